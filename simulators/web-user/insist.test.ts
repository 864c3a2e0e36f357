import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { fill, filledForm, formAround, newsOf, press, proveWithSignIn } from './insist.ts';
import { ENGLISH_LABELS } from './labels.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

let server: WebServer;
let page: TextPage;

before(async () => {
  server = await serve({
    'GET /form': () => ({
      html: '<p>Once</p><form method="post"><input aria-label="Name" name="n" value="old"><input type="hidden" name="t" value="1"></form><a href="/more">More</a><input aria-label="Alone"><form method="post"><input aria-label="Unsent"></form><form><input aria-label="Script" name="s"></form>',
    }),
    'GET /more': () => ({ html: '<p>Once</p><p>Once</p><p>New</p>' }),
    'GET /code': () => ({
      html: '<nav><a href="/empty">Log in</a></nav><form method="post" action="/sent"><label>Code <input name="code"></label><button>Continue login</button></form>',
    }),
    'POST /sent': (_request, body) => ({ html: `<p>${body}` }),
    'GET /empty': () => ({ html: '<p>Nothing to do</p>' }),
  });
});

after(() => server.close());

beforeEach(async () => {
  page = new TextPage(new Recorder());
  await page.open(`${server.url}/form`);
});

test('what an act brought to the page is news, a line that is there once more among it', async () => {
  assert.deepEqual(await newsOf(page, () => press(page, 'More')), ['Once', 'New']);
  assert.deepEqual(await newsOf(page, async () => {}), []);
});

test('what is missing blocks, with the words it was looked for by and what is offered', async () => {
  await assert.rejects(fill(page, { name: /\bcode\b/i, text: '123456' }), {
    name: 'Blocked',
    message:
      'wanted a field named like \\bcode\\b on the web page /form, it offers: "Name", "More", "Alone", "Unsent", "Script"',
  });
  await assert.rejects(formAround(page, { name: /Alone/, sends: 'Send' }), {
    name: 'Blocked',
    message: /wanted a form that is sent by POST/,
  });
  // What a script sends in its place is not what a copy of it would be.
  await assert.rejects(formAround(page, { name: /Script/, sends: 'Send' }), {
    name: 'Blocked',
    message: /wanted a form that is sent by POST/,
  });
  await assert.rejects(formAround(page, { name: /Unsent/, sends: 'Send' }), {
    name: 'Blocked',
    message: /wanted a form that sends what is typed/,
  });
  await page.open(`${server.url}/empty`);
  await assert.rejects(press(page, 'Next'), { name: 'Blocked', message: /it offers: nothing/ });
});

test('a code at the sign-in is sent by what is beside it, and not by a link to the sign-in', async () => {
  await page.open(`${server.url}/code`);
  await proveWithSignIn(page, { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} }, async () => '123456');
  assert.deepEqual(await page.lines(), ['code=123456']);
});

test('a form is filled for sending without touching the page', async () => {
  const form = await filledForm(page, { name: /Name/, sends: 'Send', text: 'new' });
  assert.deepEqual(form.fields, [
    ['n', 'new'],
    ['t', '1'],
  ]);
  assert.equal(form.action, `${server.url}/form`);
  assert.ok((await page.lines()).includes('old'));
});
