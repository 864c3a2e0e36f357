import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import { type Answer, serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const PAGES: Record<string, Answer> = {
  'GET /set': () => ({
    html: `<script>localStorage.setItem('kept', '1'); sessionStorage.setItem('kept', '1')</script>`,
    headers: { 'set-cookie': 'sid=s1; Path=/get' },
  }),
  'GET /get': (request) => ({
    html: `<p>${request.headers.cookie ?? 'no cookie'}</p><p id="s"></p>
      <script>s.textContent = [localStorage, sessionStorage].map((all) => all.length).join(' and ')</script>`,
  }),
  'GET /opens': () => ({ html: "<script>open('/get')</script>" }),
  'GET /guarded': () => ({
    html: `<input aria-label="Code"><script>addEventListener('beforeunload', (event) => event.preventDefault())</script>`,
  }),
};

let server: WebServer;
let elsewhere: WebServer;
let windows: Windows;

before(async () => {
  [server, elsewhere] = await Promise.all([serve(PAGES), serve(PAGES)]);
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await Promise.all([server.close(), elsewhere.close()]);
});

const take = async () => new BrowserPage(await windows.take(), new Recorder());

async function assertKnowsNothing(page: BrowserPage): Promise<void> {
  for (const { url } of [elsewhere, server]) {
    await page.open(`${url}/get`);
    assert.deepEqual(await page.lines(), ['no cookie', '0 and 0']);
  }
  await page.close();
}

test('a window that is given back forgets every place it has been to, in both tabs', async () => {
  const page = await take();
  const second = await page.secondTab();
  for (const tab of [page, second]) {
    await tab.open(`${elsewhere.url}/set`);
    await tab.open(`${server.url}/set`);
  }
  await page.open(`${server.url}/get`);
  assert.deepEqual(await page.lines(), ['sid=s1', '1 and 1']);
  await second.close();
  await page.close();
  await assertKnowsNothing(await take());
});

test('each further tab is one of its own, and a window that is given back keeps none that a page has opened', async () => {
  const page = await take();
  const [second, third] = [await page.secondTab(), await page.secondTab()];
  for (const [tab, path] of [
    [page, '/set'],
    [second, '/get'],
    [third, '/opens'],
  ] as const) {
    await tab.open(`${server.url}${path}`);
  }
  assert.equal(second.address(), `${server.url}/get`);
  assert.deepEqual(
    await page.sendTogether([{ address: `${server.url}/get`, contentType: 'text/plain', body: '' }]),
    [404],
  );
  assert.deepEqual(
    [page, second, third].map((tab) => new URL(tab.address()).pathname),
    ['/set', '/get', '/opens'],
  );
  await page.close();
  const next = await windows.take();
  assert.equal((await next.context.pages()).length, 2);
  next.giveBack();
});

test('a window that found nobody can be used again', async () => {
  const closed = await serve({});
  await closed.close();
  const page = await take();
  await assert.rejects(page.open(closed.url), { name: 'TargetGone' });
  await page.close();
  await assertKnowsNothing(await take());
});

test('a page that asks before it is left does not keep its window', async () => {
  const page = await take();
  await page.open(`${server.url}/guarded`);
  await page.fill('Code', '1');
  await page.close();
  await assertKnowsNothing(await take());
});

test('windows in use at the same time know nothing of each other', async () => {
  const [first, second] = await Promise.all([take(), take()]);
  await first.open(`${server.url}/set`);
  await assertKnowsNothing(second);
  await first.open(`${server.url}/get`);
  assert.deepEqual(await first.lines(), ['sid=s1', '1 and 1']);
  await first.close();
});
