import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServedProcess } from '../targets/served-process.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const serve = (...flags: string[]) =>
  startServedProcess(process.execPath, [MAIN, 'serve', '--port', '0', '--while-input', ...flags]);

/** The addresses that `serve` prints; those of the app are left out of what a target is made of. */
type Served = { portalUrl: string; appUrl?: string; conversationUrl?: string; sideBySideUrl?: string };

test('the phone app is served beside the portal, with a known defect where one is asked for', async () => {
  const { addresses, stop } = await serve('--fault', 'f-014');
  const { portalUrl, appUrl = '', conversationUrl = '' } = addresses as Served;
  const [page, link, script] = await Promise.all(
    [appUrl, conversationUrl, new URL('/app.js', appUrl)].map(async (url) => (await fetch(url)).text()),
  );
  await stop();
  assert.notEqual(new URL(appUrl).origin, new URL(portalUrl).origin);
  assert.match(page ?? '', /<title>Conversations</);
  assert.equal(link, page);
  assert.match(script ?? '', /"Later"/);
});

test('it can be left out', async () => {
  const { addresses, stop } = await serve('--no-app');
  await stop();
  assert.deepEqual(Object.keys(addresses), ['portalUrl', 'phoneApiUrl']);
});

test('the page with both is told of beside them, and can be left out; the test controls are told of to those who asked', async () => {
  const [all, without] = await Promise.all([serve(), serve('--no-page')]);
  const page = await fetch((all.addresses as Served).sideBySideUrl ?? '');
  await Promise.all([all.stop(), without.stop()]);
  assert.match(await page.text(), /<title>Portal and phone, side by side</);
  const others = ['portalUrl', 'phoneApiUrl', 'appUrl', 'conversationUrl'];
  assert.deepEqual(Object.keys(all.addresses), [...others, 'sideBySideUrl']);
  assert.deepEqual(Object.keys(without.addresses), others);
});
