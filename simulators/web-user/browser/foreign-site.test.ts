import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import type { ForeignRequest, FormAround } from '../page.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const ORIGIN = 'http://elsewhere.example';
const COOKIES = ['none=1; SameSite=None; Secure', 'lax=1; SameSite=Lax', 'strict=1; SameSite=Strict', 'said=0'];

interface Came {
  method?: string | undefined;
  url?: string | undefined;
  body: string;
  headers: Record<string, unknown>;
}

let server: WebServer;
let windows: Windows;
let came: Came[] = [];

before(async () => {
  const keep = ({ method, url, headers }: Omit<Came, 'body'>, body: string) => {
    came.push({ method, url, body, headers: { ...headers } });
    return { redirect: '/after' };
  };
  const set = `<script>${COOKIES.map((cookie) => `document.cookie = '${cookie}; Path=/'`).join(';')}</script>`;
  server = await serve({
    'GET /': () => ({ html: set }),
    'GET /remove': keep,
    'POST /remove': keep,
    'GET /after': () => ({ html: '<p>After</p>' }),
    'POST /nothing': () => ({ status: 204 }),
    'POST /gone': ({ socket }) => {
      socket.destroy();
      return {};
    },
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(() => {
  came = [];
});

async function send(how: ForeignRequest, path = '/remove') {
  const recorder = new Recorder();
  const page = new BrowserPage(await windows.take(), recorder);
  const fields: FormAround['fields'] = [
    ['id', 'a b'],
    ['submit', 'é'],
  ];
  const form: FormAround = { action: `${server.url}${path}`, method: 'post', fields, fieldName: 'id' };
  try {
    await page.open(`${server.url}/`);
    recorder.take();
    const other = await page.secondTab();
    const status = await other.sendFromElsewhere?.(form, how);
    return { status, lines: await other.lines(), heard: recorder.take(), request: came[0] };
  } finally {
    await page.close();
  }
}

const cookiesOf = (request: Came | undefined) => String(request?.headers.cookie).split('; ').sort();

test('a form of another site comes without the cookies that say that they stay within the site', async () => {
  const { status, request, lines, heard } = await send('a form');
  assert.deepEqual([request?.method, request?.body], ['POST', 'id=a+b&submit=%C3%A9']);
  assert.deepEqual(cookiesOf(request), ['none=1', 'said=0']);
  const { origin, 'sec-fetch-site': site, 'content-type': type } = request?.headers ?? {};
  assert.deepEqual([origin, site, type], [ORIGIN, 'cross-site', 'application/x-www-form-urlencoded']);
  assert.deepEqual([status, lines, came.length], [303, ['After'], 1]);
  assert.deepEqual(heard, ['web POST /remove 303', 'web GET /after 200'], 'the other site is no evidence');
});

test('one of plain text reads as any other form', async () => {
  const { request } = await send('a form of plain text');
  assert.deepEqual([request?.body, request?.headers['content-type']], ['id=a+b&submit=%C3%A9&=\r\n', 'text/plain']);
  assert.deepEqual(cookiesOf(request), ['none=1', 'said=0']);
});

test('a link comes with all cookies but the strict ones, and its fields in the address', async () => {
  const { request } = await send('a link', '/remove?old=1');
  assert.deepEqual([request?.method, request?.url], ['GET', '/remove?id=a+b&submit=%C3%A9']);
  assert.deepEqual(cookiesOf(request), ['lax=1', 'none=1', 'said=0']);
  const { origin, referer } = request?.headers ?? {};
  assert.deepEqual([origin, referer], [undefined, `${ORIGIN}/`]);
});

test('an answer without a page leaves the browser where it was', async () => {
  const { status, lines } = await send('a form', '/nothing');
  assert.deepEqual([status, lines], [204, []]);
});

test('where the server breaks off there is no page, but the server is there', async () => {
  await assert.rejects(send('a form', '/gone'), { name: 'Blocked' });
});
