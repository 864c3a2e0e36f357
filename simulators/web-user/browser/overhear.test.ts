import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import { filledForm } from '../insist.ts';
import type { FormAround } from '../page.ts';
import { requestOf } from '../script-form.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const CODE = { name: /code/i, sends: 'Submit' };

let server: WebServer;
let windows: Windows;
let page: BrowserPage;
let came: string[] = [];

before(async () => {
  server = await serve({
    'GET /': () => ({
      html: `<label>Code <input></label><button>Submit</button><p>0 sent</p><script>
        const field = document.querySelector('input');
        document.querySelector('button').onclick = async () => {
          fetch('/news', { method: 'POST', body: '{}' });
          const body = JSON.stringify({ id: 'r1', code: field.value });
          const headers = { 'content-type': 'application/json', 'x-guard': 'g' };
          const { status } = await fetch('/finish', { method: 'POST', headers, body }).catch(() => ({ status: 'none' }));
          document.querySelector('p').textContent = status;
        };
      </script>`,
    }),
    'GET /silent': () => ({ html: '<label>Code <input></label><button>Submit</button>' }),
    'POST /news': () => ({ html: '' }),
    'POST /finish': ({ headers }, body) => {
      came.push([headers['x-guard'], headers['content-type'], body].join(' '));
      return { html: '' };
    },
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(async () => {
  came = [];
  page = new BrowserPage(await windows.take(), new Recorder());
});

afterEach(() => page.close());

test('what a script would send is told, and the portal never hears of it', async () => {
  await page.open(server.url);
  const form = await filledForm(page, { ...CODE, text: '123456' });
  assert.deepEqual([form.action, form.method, form.fieldName], [`${server.url}/finish`, 'POST', 'code']);
  assert.deepEqual(came, []);
  assert.ok((await page.lines()).includes('none'));
});

test('it can be sent beside the page afterwards, and the page works on', async () => {
  await page.open(server.url);
  const form: FormAround = await filledForm(page, { ...CODE, text: '123456' });
  const request = requestOf(form);
  assert.deepEqual(await page.sendTogether([request, request]), [200, 200]);
  const whole = 'g application/json {"id":"r1","code":"123456"}';
  assert.deepEqual(came, [whole, whole]);
  await page.fill(CODE.name, '654321');
  await page.press('Submit');
  assert.equal(came.at(-1), 'g application/json {"id":"r1","code":"654321"}');
});

test('a page that sends nothing of what is typed has no form', async () => {
  await page.open(`${server.url}/silent`);
  await assert.rejects(filledForm(page, { ...CODE, text: '123456' }), {
    name: 'Blocked',
    message: /wanted a form that is sent by POST/,
  });
});
