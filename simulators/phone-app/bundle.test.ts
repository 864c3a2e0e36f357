import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPhoneFaults, phoneFaultFile } from '../phone/faults/load.ts';
import { bundleApp } from './bundle.ts';

test('the app is scripts that a browser can run: nothing of Node is in them', async () => {
  const { script, worker } = await bundleApp();
  for (const text of [script, worker]) assert.doesNotMatch(text, /\bfrom\s*["'](node:|\.)|require\(["']/);
  assert.match(script, /Verify device/);
  assert.match(worker, /app\.js/);
});

test('each known defect of the app can be put into it', async () => {
  const files = await Promise.all((await loadPhoneFaults()).map(phoneFaultFile));
  const scripts = await Promise.all(files.map((faultFile) => bundleApp({ faultFile })));
  assert.equal(new Set(scripts.map(({ script }) => script)).size, files.length);
});

test('what is no known defect has no module', async () => {
  await assert.rejects(phoneFaultFile({ id: 'F-999' }), /"F-999" has none/);
});
