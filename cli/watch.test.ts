import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import axe from 'axe-core';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import { launchBrowser } from '../simulators/browser/launch-browser.ts';
import { reportFolder, startPaircheck, verdictIn } from './paircheck.fixture.ts';
import { startReference } from './reference.fixture.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/[-0-9a-f]{36}\//;

/** A reference whose test controls answer from `letIn` on: until then the run waits, and somebody can begin to look on. */
async function gatedReference(t: TestContext) {
  const { server, flags } = await startReference();
  const [, portalUrl = '', , controlUrl] = flags;
  const { promise: gate, resolve: letIn } = Promise.withResolvers<void>();
  const passOn = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray());
    await gate;
    const { method = 'GET', url } = request;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${controlUrl}${url}`, { method, headers, ...(method !== 'GET' && { body }) });
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  };
  const gateway = createServer((request, response) => void passOn(request, response)).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  t.after(async () => {
    gateway.close();
    gateway.closeAllConnections();
    await server.close();
  });
  const { port } = gateway.address() as AddressInfo;
  return { letIn, flags: ['--portal-url', portalUrl, '--control-url', `http://127.0.0.1:${port}`] };
}

/** Somebody before a browser of their own. */
async function onlooker(t: TestContext) {
  const cacheDirectory = join(import.meta.dirname, '..', '.cache');
  const browser = await launchBrowser(await findBrowser({ environment: process.env, cacheDirectory }));
  t.after(() => browser.close());
  return browser.newPage();
}

test('--watch shows the run while it goes on: its sentences, both sides, and what it comes to', async (t) => {
  const { letIn, flags } = await gatedReference(t);
  const out = await reportFolder();
  const { child, ended } = startPaircheck(
    'run',
    '--watch',
    '--drive',
    'api',
    '--only',
    'OTP-01',
    ...flags,
    '--out',
    out,
  );
  const lines = createInterface({ input: child.stderr ?? process.stdin });
  const [line] = await once(lines, 'line');
  const [address] = ADDRESS.exec(line) ?? assert.fail(`wanted an address, got "${line}"`);
  const page = await onlooker(t);
  await page.goto(address);
  await page.waitForFunction('document.getElementById("count").textContent === "0 of 1 scenarios"');
  letIn();
  await page.waitForFunction('/^conformant/.test(document.getElementById("count").textContent)');
  assert.equal(await page.$eval('h1', (title) => title.textContent), 'The code of the current time step is accepted');
  const { exitCode } = await ended;
  assert.equal(exitCode, 0);
  const steps = await page.$$eval('li[data-status]', (all) => all.map(({ dataset }) => dataset.status));
  assert.deepEqual(steps, ['passed', 'passed', 'passed']);
  const widths = await page.$$eval('img', (all) => all.map(({ naturalWidth }) => naturalWidth > 0));
  assert.deepEqual(widths, [true, true]);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  assert.deepEqual(violations, []);
  const { requirements } = await verdictIn(out);
  const acts = requirements.flatMap(({ scenarios }) => scenarios).flatMap((scenario) => scenario.acts ?? []);
  assert.deepEqual(
    acts.map(({ step, after, pictures }) => [step.split(' ')[0], after, Object.keys(pictures)]),
    [
      ['Given', 0, ['web', 'phone']],
      ['When', 0, ['web', 'phone']],
    ],
  );
});
