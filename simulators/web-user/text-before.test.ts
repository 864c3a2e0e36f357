import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { startTestBrowser } from './browser/browser.fixture.ts';
import { BrowserPage } from './browser/browser-page.ts';
import { Windows } from './browser/windows.ts';
import type { Page } from './page.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

const TABLE = `<table><tr><td>E-mail:</td><td><input name="mail"></td></tr>
  <tr><td>Password</td><td><input name="word" type="password"></td></tr></table>`;
const LOOSE =
  '<p>Type your one-time code</p><form method="post"><input type="hidden" name="t"><div style="display: none"><input value="!"></div><input name="otp"></form>';
const FAR = `<p>One-time code ${'and more '.repeat(20)}</p><input name="x"><a href="/">Code</a><input name="y">`;

let server: WebServer;
let windows: Windows;

before(async () => {
  server = await serve({
    'GET /table': () => ({ html: TABLE }),
    'GET /loose': () => ({ html: LOOSE }),
    'GET /far': () => ({ html: FAR }),
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

const pages: [name: string, open: () => Promise<Page>][] = [
  ['read as HTML', async () => new TextPage(new Recorder())],
  ['in a browser', async () => new BrowserPage(await windows.take(), new Recorder())],
];

for (const [name, open] of pages) {
  describe(`a field without a name ${name}`, () => {
    test('is called what stands before it', async () => {
      const page = await open();
      await page.open(`${server.url}/table`);
      assert.equal(await page.fill(/mail/i, 'ada'), true);
      assert.equal(await page.fill(/^password$/i, 'a password'), true);
      assert.equal((await page.formAround({ kind: 'fill', name: /mail/i }))?.fieldName ?? 'none', 'none');
      await page.open(`${server.url}/loose`);
      assert.equal((await page.formAround({ kind: 'fill', name: /one-time/i }))?.fieldName, 'otp');
      await page.close();
    });

    test('is not called by what is long, or belongs to another control', async () => {
      const page = await open();
      await page.open(`${server.url}/far`);
      assert.equal(await page.fill(/code/i, '123456'), false);
      await page.close();
    });
  });
}
