import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import qrcode from 'qrcode';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { TextPage } from './text-page.ts';

let server: WebServer;
let html = '';

before(async () => {
  server = await serve({ 'GET /': () => ({ html: `<html lang="en"><head><title>t</title></head><body>${html}` }) });
});

after(() => server.close());

async function accessibilityOf(body: string) {
  html = body;
  const page = new TextPage(new Recorder());
  await page.open(server.url);
  return page.accessibility;
}

test('a field tells its texts, its value and what it asks for', async () => {
  const field = await (
    await accessibilityOf(
      `<label for="c">Code</label><input id="c" value="1" aria-invalid="true" aria-describedby="h" aria-errormessage="e"
        autocomplete="one-time-code" inputmode="numeric"><p id="h">Six digits</p><p id="e">Wrong</p>`,
    )
  ).field(/Code/);
  assert.deepEqual(field, {
    type: 'text',
    value: '1',
    isInvalid: true,
    texts: ['Six digits', 'Wrong', 'Code'],
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
  });
});

test('an error message belongs to its field only while that is said to be wrong', async () => {
  const body = '<label>Code <input aria-errormessage="e"></label><p id="e">Wrong</p>';
  const field = await (await accessibilityOf(body)).field(/Code/);
  assert.deepEqual([field?.isInvalid, field?.texts], [false, ['Code']]);
});

test('no password is told, and nothing of a field that is not there', async () => {
  const accessibility = await accessibilityOf('<label>Password <input type="password" value="p"></label>');
  assert.equal((await accessibility.field(/Password/))?.value, '');
  assert.equal(await accessibility.field(/Code/), undefined);
});

test('what is read out is told: regions, what takes the focus, the title', async () => {
  const accessibility = await accessibilityOf(
    `<p role="alert">Wrong</p><p aria-live="off">Quiet</p><output>Done</output>
      <dialog open aria-labelledby="d"><h2 id="d">Step 2</h2><input autofocus aria-describedby="h"><p id="h">Hint</p></dialog>`,
  );
  const announcements = { live: ['Wrong', 'Done'], focus: ['Hint', 'Step 2'], title: 't' };
  assert.deepEqual(await accessibility.announcements(), announcements);
  assert.deepEqual((await (await accessibilityOf('<p>Words</p>')).announcements()).focus, []);
});

test('what is used and has no name is found, and what is only read needs none', async () => {
  const accessibility = await accessibilityOf(
    '<p role="alert">Wrong</p><a href="/">On</a><button></button><input placeholder=""><input type="checkbox">',
  );
  assert.deepEqual(await accessibility.auditNames(), {
    applied: 4,
    faults: ['a button has no name', 'a textbox has no name', 'a checkbox has no name'],
  });
});

test('the words for the QR code are those of the image that holds it', async () => {
  const symbol = await qrcode.toDataURL('in it', { scale: 4 });
  const other = 'data:image/png;base64,AAAA';
  const wordsOf = async (body: string) => (await accessibilityOf(body)).symbolAlternative();
  const described = `<img src="${other}" alt="Logo"><img src="${symbol}" alt="QR code" aria-describedby="d"><p id="d">Or type</p>`;
  assert.equal(await wordsOf(described), 'QR code Or type');
  const figure = `<figure><img src="${symbol}" alt=""><figcaption>A QR code</figcaption></figure>`;
  assert.equal(await wordsOf(figure), 'A QR code');
  assert.equal(await wordsOf(`<img src="${symbol}">`), '');
  assert.equal(await wordsOf(`<img src="${other}" alt="QR code">`), undefined);
});
