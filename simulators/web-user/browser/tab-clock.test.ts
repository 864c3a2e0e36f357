import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const PAGE = `<p id="out"></p><button onclick="look()">Look</button>
  <button onclick="out.textContent = 'paircheckClock' in window ? 'ours' : 'the browser\\'s'">Whose</button>
  <script>
    const look = () => { out.textContent = [new Date().getUTCFullYear(), new Date(Date.now()).getUTCFullYear(), new Date(0).getUTCFullYear()]; };
    look();
  </script>`;

let server: WebServer;
let windows: Windows;

before(async () => {
  windows = new Windows(await startTestBrowser());
  server = await serve({ 'GET /': () => ({ html: PAGE }) });
});

after(async () => {
  await windows.close();
  await server.close();
});

test('the scripts of a page are told the time of the server, wherever it is sent, in every tab', async () => {
  let nowEpochMs = Date.UTC(2024, 2, 5);
  const page = new BrowserPage({ ...(await windows.take()), now: () => nowEpochMs }, new Recorder());
  await page.open(`${server.url}/`);
  assert.equal((await page.lines())[0], '2024,2024,1970');
  nowEpochMs = Date.UTC(2038, 0, 20);
  await page.press('Look');
  assert.equal((await page.lines())[0], '2038,2038,1970');
  const second = await page.secondTab();
  await second.open(`${server.url}/`);
  assert.equal((await second.lines())[0], '2038,2038,1970');
  await page.close();
});

test('without a clock that is moved a page keeps the time of the browser', async () => {
  const page = new BrowserPage(await windows.take(), new Recorder());
  await page.open(`${server.url}/`);
  await page.press('Whose');
  assert.equal((await page.lines())[0], "the browser's");
  await page.close();
});
