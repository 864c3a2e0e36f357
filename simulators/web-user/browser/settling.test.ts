import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import { type Page, serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const SHOW = "document.querySelector('#out').textContent =";
const GO = "location.assign('/target')";

let server: WebServer;
let windows: Windows;
let page: BrowserPage;

before(async () => {
  server = await serve({
    'GET /': () => ({
      html: `<button onclick="fetch('/text').then(() => fetch('/text')).then((r) => r.text()).then((t) => { ${SHOW} t })">Twice</button>
        <button onclick="fetch('/text').then(() => { ${GO} })">Ask and go</button>
        <button onclick="fetch('/text').then(() => new Promise(requestAnimationFrame)).then(() => { ${GO} })">Ask, draw and go</button>
        <button onclick="fetch('/never'); ${GO}">Go without the answer</button>
        <button onclick="history.pushState({}, '', '/pushed'); fetch('/text').then(() => { ${GO} })">Push, ask and go</button>
        <button onclick="if (confirm('Sure?')) ${SHOW} 'Confirmed'">Confirm</button>
        <button onclick="${SHOW} prompt('Who?', 'the usual')">Prompt</button>
        <a href="/gone">Broken</a><p id="out"></p>`,
    }),
    'GET /guarded': () => ({
      html: `<a href="/target">Leave</a><input aria-label="Code">
        <script>addEventListener('beforeunload', (event) => event.preventDefault())</script>`,
    }),
    'GET /filled': () => ({
      html: `<p id="out"></p><script>fetch('/text').then((r) => r.text()).then((t) => { ${SHOW} t })</script>`,
    }),
    'GET /streaming': () => ({
      html: `<p id="out"></p><script>
        new EventSource('/events').onmessage = ({ data }) => { ${SHOW} data };
        fetch('/events', { headers: { accept: 'text/event-stream' } }).then((r) => r.body.getReader().read());
      </script><a href="/target">Leave</a>`,
    }),
    'GET /events': () => ({ headers: { 'content-type': 'text/event-stream' }, html: 'data: News\n\n', isOpen: true }),
    'GET /polling': () => ({
      html: `<script>fetch('/news/a1').then((r) => r.text())</script><a href="/polling">Again</a>`,
    }),
    'GET /news/a1': () => new Promise<Page>(() => {}),
    'GET /asking': () => ({ html: `<script>fetch('/never', { method: 'POST' })</script>` }),
    'POST /never': () => new Promise<Page>(() => {}),
    'GET /target': () => ({ html: '<h1>Target</h1>' }),
    'GET /text': () => ({ html: 'The answer' }),
    'GET /never': () => new Promise<Page>(() => {}),
    'GET /gone': (request) => {
      request.socket.destroy();
      return {};
    },
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(async () => {
  page = new BrowserPage(await windows.take(), new Recorder());
  await page.open(`${server.url}/`);
});

afterEach(() => page.close());

for (const name of ['Ask and go', 'Ask, draw and go', 'Go without the answer', 'Push, ask and go']) {
  test(`the next page is there when press returns, after "${name}"`, async () => {
    await page.press(name);
    assert.deepEqual(await page.lines(), ['Target']);
  });
}

test('a request that sets off another is not the end', async () => {
  await page.press('Twice');
  assert.ok((await page.lines()).includes('The answer'));
});

test('a page that fills itself is read when it has', async () => {
  await page.open(`${server.url}/filled`);
  assert.deepEqual(await page.lines(), ['The answer']);
});

test('a stream of events is no page that goes on for ever', async () => {
  await page.open(`${server.url}/streaming`);
  await page.press('Leave');
  assert.deepEqual(await page.lines(), ['Target']);
});

test('a stream of events is left again and again, and nothing is held back by who listens', async () => {
  const recorder = new Recorder();
  recorder.listen();
  const streaming = new BrowserPage(await windows.take(), recorder);
  for (let visits = 0; visits < 5; visits += 1) await streaming.open(`${server.url}/streaming`);
  assert.ok((await streaming.lines()).includes('News'));
  await streaming.close();
});

test('a question that is answered when there is news is waited for once', async () => {
  const window = await windows.take();
  const polling = new BrowserPage(window, new Recorder());
  window.tab.setDefaultTimeout(500);
  await polling.open(`${server.url}/polling`);
  // No time is left that could run out.
  window.tab.setDefaultTimeout(1 << 30);
  await polling.press('Again');
  await polling.close();
});

test('what changes something is waited for, and is never answered late for news', async () => {
  const window = await windows.take();
  const asking = new BrowserPage(window, new Recorder());
  window.tab.setDefaultTimeout(500);
  await assert.rejects(asking.open(`${server.url}/asking`), /did not come to rest/);
  await asking.close();
});

test('questions in message boxes are answered as by one who agrees', async () => {
  await page.press('Confirm');
  assert.ok((await page.lines()).includes('Confirmed'));
  await page.press('Prompt');
  assert.ok((await page.lines()).includes('the usual'));
});

test('a page that asks before it is left is left', async () => {
  await page.open(`${server.url}/guarded`);
  await page.fill('Code', '1');
  await page.press('Leave');
  assert.deepEqual(await page.lines(), ['Target']);
});

test('a link to where the server breaks off leads nowhere, but the server is there', async () => {
  await assert.rejects(page.press('Broken'), {
    name: 'Blocked',
    message: `the server broke off without an answer, though it answers otherwise: net::ERR_EMPTY_RESPONSE at ${server.url}/gone`,
  });
});
