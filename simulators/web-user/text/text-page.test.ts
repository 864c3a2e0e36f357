import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { seeSymbols } from '../../camera/eye.ts';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { TextPage } from './text-page.ts';

const KINDS = `
  <a href="/target">A link</a>
  <a href="#below">Further down</a>
  <a href="javascript:void(0)">By script</a>
  <form method="post" action="/sent?kept=1">
    <input type="hidden" name="token" value="t1">
    <label for="n">Device name</label><input id="n" name="name">
    <label>Secret <input type="password" name="secret"></label>
    <input type="checkbox" name="on" checked><input type="checkbox" name="off">
    <input type="hidden" name="never" value="n" disabled>
    <select name="language"><option value="de">Deutsch</option><option value="en" selected>English</option></select>
    <button type="button">For a script</button>
    <button name="go" value="yes">Go <b>on</b></button>
    <button name="other" value="no">Other</button>
  </form>
  <form id="far" action="/sent"><input name="q" value="1"></form><button form="far">Far away</button>
  <details><summary>More</summary><p>Revealed</p><a href="/target">Inside</a></details>
  <dialog><p>Not opened</p></dialog>
  <p hidden>Not shown <a href="/target">Hidden link</a></p>
  <div role="button" aria-label="Named by label">x</div>`;

let server: WebServer;
let page: TextPage;
let recorder: Recorder;

before(async () => {
  const symbol = await qrcode.toDataURL('in the page', { scale: 4 });
  const file = await qrcode.toBuffer('beside the page', { scale: 4 });
  server = await serve({
    'GET /': () => ({ html: KINDS }),
    'GET /folded': () => ({
      html: `<details><summary>Help</summary><p>Help yourself</p></details>
        <button type="button" aria-expanded="false" aria-controls="m">Menu</button>
        <div id="m" hidden><details><summary>Section</summary><a href="/target">Deep</a></details></div>`,
    }),
    'GET /target': () => ({ html: '<h1>Target</h1>' }),
    'POST /sent': (request, body) => ({ html: `<p>${request.url}</p><p>${body}</p>` }),
    'GET /sent': (request) => ({ html: `<p>${request.url}</p>` }),
    'GET /set': () => ({ redirect: '/get', headers: { 'set-cookie': 'sid=s1; Path=/; HttpOnly; Secure' } }),
    'GET /set-for-get': () => ({ headers: { 'set-cookie': 'narrow=n1; Path=/get' } }),
    'GET /get': (request) => ({ html: `<p>${request.headers.cookie ?? 'no cookie'}</p>` }),
    'GET /symbol': () => ({ html: `<img src="${symbol}"><img src="/none.png"><img src="symbol.png">` }),
    'GET /symbol.png': () => ({ bytes: file, headers: { 'content-type': 'image/png' } }),
    'GET /deep/er/': () => ({ html: '<form method="post" action="../sent"><button>Beside</button></form>' }),
    'POST /deep/sent': (request) => ({ html: `<p>${request.url}</p>` }),
  });
});

after(() => server.close());

beforeEach(async () => {
  recorder = new Recorder();
  page = new TextPage(recorder);
  await page.open(`${server.url}/`);
});

test('a link is followed by its name', async () => {
  assert.equal(await page.press('A link'), true);
  assert.deepEqual(await page.lines(), ['Target']);
  assert.equal(page.address(), `${server.url}/target`);
  assert.deepEqual(recorder.take(), ['web GET / 200', 'web GET /target 200']);
});

test('what is not for another page leads nowhere else', async () => {
  for (const name of ['Further down', 'By script', 'For a script']) {
    assert.equal(await page.press(name), true);
    assert.equal(page.address(), `${server.url}/`);
  }
});

test('addresses are read from where the page is', async () => {
  await page.open(`${server.url}/deep/er/`);
  await page.press('Beside');
  assert.deepEqual(await page.lines(), ['/deep/sent']);
});

test('what is not there cannot be pressed or filled', async () => {
  assert.equal(await page.press('another link'), false);
  assert.equal(await page.press('Hidden link'), false);
  assert.equal(await page.has({ kind: 'press', name: 'Inside' }), false);
  assert.equal(await page.fill(/no such field/, 'x'), false);
});

test('a form is sent with its fields, hidden ones and the pressed button among them', async () => {
  await page.fill(/name/, 'a & b');
  await page.fill('Secret', 'pass');
  await page.press('Go on');
  const [address, body] = await page.lines();
  assert.equal(address, '/sent?kept=1');
  assert.equal(body, 'token=t1&name=a+%26+b&secret=pass&on=on&language=en&go=yes');
});

test('a button elsewhere sends the form it belongs to, and GET puts the fields into the address', async () => {
  await page.press('Far away');
  assert.deepEqual(await page.lines(), ['/sent?q=1']);
});

test('what is folded away is read once it is opened', async () => {
  assert.ok(!(await page.lines()).includes('Revealed'));
  await page.press('More');
  assert.ok((await page.lines()).includes('Revealed'));
  assert.equal(await page.has({ kind: 'press', name: 'Inside' }), true);
});

test('names come from labels of every kind, and fields tell their values', async () => {
  assert.equal(await page.has({ kind: 'press', name: 'Named by label' }), true);
  await page.fill('Device name', 'my Phone');
  assert.ok((await page.lines()).includes('my Phone'));
  assert.ok(!(await page.lines()).some((line) => /Not shown|Not opened/.test(line)));
});

test('cookies are kept and sent, Secure ones on loopback too, and by a second tab', async () => {
  await page.open(`${server.url}/set`);
  assert.deepEqual(await page.lines(), ['sid=s1']);
  const second = await page.secondTab();
  await second.open(`${server.url}/get`);
  assert.deepEqual(await second.lines(), ['sid=s1']);
});

test('another window goes on with the session, and a fresh one knows nothing of it', async () => {
  await page.open(`${server.url}/set`);
  const other = new TextPage(recorder);
  await other.open(`${server.url}/get`);
  assert.deepEqual(await other.lines(), ['no cookie']);
  await other.resume(await page.session());
  assert.deepEqual(await other.lines(), ['sid=s1']);
});

test('the session is handed on with the cookies of other pages too', async () => {
  await page.open(`${server.url}/set-for-get`);
  await page.open(`${server.url}/`);
  const other = new TextPage(recorder);
  await other.resume(await page.session());
  await other.open(`${server.url}/get`);
  assert.deepEqual(await other.lines(), ['narrow=n1']);
});

test('the pictures of the page are there to be read', async () => {
  await page.open(`${server.url}/symbol`);
  const texts = (await page.pictures()).map(async (picture) => (await seeSymbols(picture))[0]?.text);
  assert.deepEqual(await Promise.all(texts), ['in the page', 'beside the page']);
});

test('the form around a field is told with what it holds, and can be sent by another', async () => {
  await page.fill('Device name', 'x');
  const form = await page.formAround({ kind: 'fill', name: 'Device name' });
  assert.deepEqual(form?.fields, [
    ['token', 't1'],
    ['name', 'x'],
    ['secret', ''],
    ['on', 'on'],
    ['language', 'en'],
  ]);
  assert.equal(form?.fieldName, 'name');
  assert.equal(await page.formAround({ kind: 'fill', name: 'A link' }), undefined);
  const other = new TextPage(recorder);
  if (form) await other.replay(form);
  assert.equal((await other.lines())[1], 'token=t1&name=x&secret=&on=on&language=en');
});

test('requests are sent together, and each status is told', async () => {
  const request = { address: `${server.url}/sent`, contentType: 'application/json', body: '{}' };
  assert.deepEqual(await page.sendTogether([request, { ...request, address: `${server.url}/nowhere` }]), [200, 404]);
});

test('a picture for the report leaves out fields and revealed lines', async () => {
  await page.fill('Device name', 'field value');
  const { mediaType, data } = await page.picture(['Further down']);
  assert.equal(mediaType, 'image/svg+xml');
  assert.match(String(data), /A link/);
  assert.ok(!String(data).includes('field value') && !String(data).includes('Further down'));
});

test('a form that another page has read is sent again, by GET too', async () => {
  await page.replay({ action: `${server.url}/sent?old=1`, method: 'GET', fields: [['q', 'a b']], fieldName: 'q' });
  assert.deepEqual(await page.lines(), ['/sent?q=a+b']);
});

test('what is folded away is opened for what is looked for, level by level, and nothing else is', async () => {
  await page.open(`${server.url}/folded`);
  const before = await page.lines();
  assert.equal(await page.has({ kind: 'press', name: 'Deep' }), false);
  assert.equal(await page.reach({ kind: 'press', name: 'Nowhere' }), false);
  assert.deepEqual(await page.lines(), before);
  assert.equal(await page.reach({ kind: 'press', name: 'Deep' }), true);
  assert.deepEqual(
    (await page.lines()).filter((line) => !before.includes(line)),
    ['Section', 'Deep'],
  );
  assert.equal(await page.press('Deep'), true);
  assert.deepEqual(await page.lines(), ['Target']);
});
