import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type Heard, Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { PATIENCE_MS } from './in-our-errors.ts';
import { type Window, Windows } from './windows.ts';

const PNG = Buffer.from('not a picture, but as it came: \u0000\u00ff', 'latin1');

let server: WebServer;
let windows: Windows;
let recorder: Recorder;
let window: Window;
let page: BrowserPage;

before(async () => {
  server = await serve({
    'GET /': () => ({
      html: `<button onclick="fetch('/data')">Ask</button><img src="/picture" alt="">`,
      headers: { 'cache-control': 'no-store' },
    }),
    'GET /data': () => ({ html: '{"key":"x"}', headers: { 'content-type': 'application/json' } }),
    'GET /picture': () => ({ bytes: PNG, headers: { 'content-type': 'image/png' } }),
    'GET /led': () => ({ redirect: '/', headers: { 'set-cookie': 'sid=s1; HttpOnly' } }),
    'GET /hasty': () => ({ html: `hasty<link rel="stylesheet" href="/style"><script>location.replace('/')</script>` }),
    'GET /streaming': () => ({
      html: `<p id="out"></p><script>
        new EventSource('/events').onmessage = ({ data }) => { document.querySelector('#out').textContent = data };
      </script>`,
    }),
    'GET /events': () => ({
      html: 'data: first\n\ndata: second\n\n',
      headers: { 'content-type': 'text/event-stream' },
      isOpen: true,
    }),
    'GET /served': () => ({
      html: `<p>served</p><script>
        navigator.serviceWorker.register('/worker.js');
        navigator.serviceWorker.ready.then(() => { document.title = 'ready' });
      </script>`,
    }),
    'GET /worker.js': () => ({
      html: `addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));
        addEventListener('activate', (event) => event.waitUntil(clients.claim()));`,
      headers: { 'content-type': 'text/javascript' },
    }),
    'POST /sent': () => ({ html: 'taken', status: 422 }),
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(async () => {
  recorder = new Recorder();
  window = await windows.take();
  page = new BrowserPage(window, recorder);
});

afterEach(() => page.close());

const textOf = ({ body }: Heard) => Buffer.from(body).toString('latin1');
const pathsOf = (heard: readonly Heard[]) => heard.map(({ address }) => new URL(address).pathname);
const at = (heard: readonly Heard[], path: string) =>
  heard.find(({ address }) => new URL(address).pathname === path) ?? assert.fail(`${path} was not heard`);

test('an answer is heard whole when the act is over: pages, what scripts ask for, and pictures byte by byte', async () => {
  const heard = recorder.listen();
  await page.open(`${server.url}/#place`);
  assert.match(textOf(at(heard, '/')), /^<button/);
  assert.equal(at(heard, '/').headers.get('cache-control'), 'no-store');
  assert.deepEqual(Buffer.from(at(heard, '/picture').body), PNG);
  assert.deepEqual([at(heard, '/').isPart, at(heard, '/picture').isPart], [false, true]);
  await page.press('Ask');
  assert.equal(textOf(at(heard, '/data')), '{"key":"x"}');
  assert.ok(heard.every(({ isWhole }) => isWhole));
});

test('a stream of events is heard by and by, each event by itself', async () => {
  const heard = recorder.listen();
  const window = await windows.take();
  const streaming = new BrowserPage(window, recorder);
  await streaming.open(`${server.url}/streaming`);
  await window.tab.waitForFunction('document.querySelector("#out").textContent === "second"');
  const said = () => heard.filter(({ address }) => new URL(address).pathname === '/events').map(textOf);
  // The page may have an event before the browser has told us of it.
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (said().length < 3 && !patience.aborted) await setImmediate();
  assert.deepEqual(said(), ['', 'first', 'second']);
  assert.ok(heard.every(({ isWhole }) => isWhole));
  await streaming.close();
});

test('what a service worker answers is heard whole too', async () => {
  await page.open(`${server.url}/served`);
  await window.tab.waitForFunction(() => document.title === 'ready');
  const heard = recorder.listen();
  await page.open(`${server.url}/served`);
  const served = at(heard, '/served');
  assert.match(textOf(served), /^<p>served/);
  assert.equal(served.isWhole, true);
});

test('a redirect is heard with its cookies, though scripts may not read them', async () => {
  const heard = recorder.listen();
  await page.open(`${server.url}/led`);
  const { status, headers, isWhole } = at(heard, '/led');
  assert.deepEqual([status, headers.getSetCookie(), isWhole], [303, ['sid=s1; HttpOnly'], true]);
});

test('a page that goes on at once does not take its answer with it', async () => {
  const heard = recorder.listen();
  await page.open(`${server.url}/hasty`);
  assert.deepEqual(pathsOf(heard).slice(0, 1), ['/hasty']);
  assert.match(textOf(at(heard, '/hasty')), /^hasty/);
  assert.ok(heard.every(({ isWhole }) => isWhole));
});

test('what is sent beside the page is heard as well, and kept for the evidence, in a window that is listened to late', async () => {
  await page.open(`${server.url}/`);
  const heard = recorder.listen();
  recorder.take();
  await page.sendTogether([{ address: `${server.url}/sent`, contentType: 'text/plain', body: '' }]);
  assert.deepEqual([textOf(at(heard, '/sent')), at(heard, '/sent').status], ['taken', 422]);
  assert.deepEqual(recorder.take(), ['web POST /sent 422']);
  await page.reload();
  assert.match(textOf(at(heard, '/')), /^<button/);
});

test('without anybody who listens nothing is held back', async () => {
  await page.open(`${server.url}/`);
  assert.deepEqual(recorder.listen(), []);
});
