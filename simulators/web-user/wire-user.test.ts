import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { Recorder } from '../network/recorder.ts';
import { ENGLISH_LABELS } from './labels.ts';
import type { FormAround, Page } from './page.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';
import { WireUser } from './wire-user.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const FORM_TYPE = 'application/x-www-form-urlencoded';

let server: WebServer;
let page: TextPage;
let user: WireUser;
let sent: string[] = [];
let shown = '';

before(async () => {
  const keep = (request: { headers: { 'content-type'?: string | undefined } }, body: string) => {
    sent.push(`${request.headers['content-type']} ${body}`);
    return { status: body.includes('000000') ? 400 : 200, html: shown };
  };
  const hidden = '<input type="hidden" name="token" value="t 1">';
  server = await serve({
    'GET /name': () => ({
      html: `<form method="post" action="/named">${hidden}<label>Device name <input name="n"></label><button>Next</button></form>`,
    }),
    'GET /code': () => ({
      html: `<form method="post" action="/done">${hidden}<label>One-time code <input name="c" value="old"></label><button>Submit</button></form>`,
    }),
    'POST /named': keep,
    'POST /done': keep,
  });
});

after(() => server.close());

beforeEach(() => {
  [sent, shown] = [[], '<p>Done</p>'];
  page = new TextPage(new Recorder());
  user = new WireUser(page, { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} });
});

test('the forms for the name and for the code are told as they would be sent, and nothing is sent yet', async () => {
  await page.open(`${server.url}/name`);
  const { action, fields } = await user.nameForm('my phone');
  assert.deepEqual(
    [action, fields],
    [
      `${server.url}/named`,
      [
        ['token', 't 1'],
        ['n', 'my phone'],
      ],
    ],
  );
  await page.open(`${server.url}/code`);
  assert.deepEqual((await user.codeForm('123456')).fields, [
    ['token', 't 1'],
    ['c', '123456'],
  ]);
  assert.deepEqual(sent, []);
});

test('a page without such a form blocks, and says what it offers', async () => {
  await page.open(`${server.url}/name`);
  await assert.rejects(user.codeForm('123456'), { name: 'Blocked', message: /it offers: "Device name", "Next"$/ });
});

test('a form takes the place of the page, and many at once do not', async () => {
  await page.open(`${server.url}/code`);
  const right = await user.codeForm('123456');
  const wrong = await user.codeForm('000000');
  assert.deepEqual(
    (await user.sendTogether([right, wrong, right])).toSorted((one, other) => one - other),
    [200, 200, 400],
  );
  assert.ok((await page.lines()).includes('One-time code'), 'the page is still there');
  await user.send(right);
  assert.deepEqual(await page.lines(), ['Done']);
  assert.deepEqual(new Set(sent), new Set([`${FORM_TYPE} token=t+1&c=123456`, `${FORM_TYPE} token=t+1&c=000000`]));
});

test('an odd value goes in the code’s place, with the other fields of the form', async () => {
  await page.open(`${server.url}/code`);
  const body = (fields: [string, string][], name: string) =>
    JSON.stringify({ ...Object.fromEntries(fields), [name]: null });
  assert.equal(await user.sendOdd({ contentType: 'application/json', body }), 200);
  assert.deepEqual(sent, ['application/json {"token":"t 1","c":null}']);
});

test('how long an answer took is told in milliseconds of real time', async () => {
  await page.open(`${server.url}/code`);
  const took = await user.sendTimed(await user.codeForm('123456'));
  assert.ok(took > 0 && Number.isFinite(took));
  assert.equal(sent.length, 1);
});

test('what another site set off is told by its status, and by whether a key or a QR code came up', async () => {
  await page.open(`${server.url}/code`);
  const form = await user.codeForm('123456');
  assert.deepEqual(await user.sendFromElsewhere(form, 'a form'), { status: 200, showsSecret: false });
  shown = `<p>Key: ${KEY.replace(/(.{4})/g, '$1 ')}</p>`;
  assert.equal((await user.sendFromElsewhere(form, 'a form')).showsSecret, true);
  shown = `<img alt="" src="${await qrcode.toDataURL('otpauth://totp/a', { scale: 4 })}">`;
  assert.equal((await user.sendFromElsewhere(form, 'a form of plain text')).showsSecret, true);
});

test('a window that cannot stand on another site blocks', async () => {
  const bare = { secondTab: async () => ({}) as Page } as Page;
  const elsewhere = new WireUser(bare, { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} });
  await assert.rejects(elsewhere.sendFromElsewhere({} as FormAround, 'a form'), { name: 'Blocked' });
});
