import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { Settling } from './settling.ts';

let server: WebServer;
let browser: Browser;

before(async () => {
  server = await serve({
    'GET /': () => ({ html: '<title>First</title>' }),
    'GET /next': () => ({ html: '<title>Next</title>' }),
  });
  browser = await startTestBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
});

test('a page that is left while it is asked has its successor asked, and not for ever', async () => {
  const tab = await browser.newPage();
  await tab.goto(server.url);
  const settling = new Settling(tab);
  const leave = () =>
    Promise.all([
      tab.evaluate(() => new Promise(() => {})),
      tab.evaluate(() => {
        location.href = '/next';
      }),
    ]);
  let times = 0;
  const title = await settling.ask(async () => {
    times += 1;
    if (times === 1) await leave();
    return tab.title();
  });
  assert.deepEqual([title, times], ['Next', 2]);
  await assert.rejects(settling.ask(leave), /context was destroyed/);
  await assert.rejects(
    settling.ask(() => Promise.reject(new Error('something else'))),
    /something else/,
  );
});
