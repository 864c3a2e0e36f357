import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import qrcode from 'qrcode';
import { Unprovided } from '../../errors.ts';
import { fetchOnce } from '../../network/fetcher.ts';
import type { HttpActor } from '../../network/http.ts';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { parse } from './parse.ts';
import { fetchPicture, fetchPictures, isPng } from './pictures.ts';

const actor: HttpActor = { name: 'web', recorder: new Recorder(), fetcher: fetchOnce };
const png = await qrcode.toBuffer('one');
const symbol = await qrcode.toString('otpauth://totp/user?secret=GEZDGNBV', { type: 'svg' });

let server: WebServer;

before(async () => {
  server = await serve({
    'GET /a.png': () => ({ bytes: png, headers: { 'content-type': 'image/png' } }),
    'GET /symbol.svg': () => ({ bytes: Buffer.from(symbol), headers: { 'content-type': 'image/svg+xml' } }),
    'GET /long-gone.svg': () => ({ status: 404, html: `<!doctype html><p>${'none '.repeat(500)}` }),
    'GET /d.svg': () => ({ html: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  });
});

after(() => server.close());

test('the pictures of a page are those in PNG, out of the page or from their address, in the order of the page', async () => {
  const inPage = await qrcode.toDataURL('two');
  const page = parse(`<img src="a.png"><img src="${inPage}"><img src="/d.svg"><img src="data:image/svg+xml,%3Csvg/%3E">
    <img src="/gone.png"><img alt="none">`);
  const pictures = await fetchPictures(page, `${server.url}/page`, actor);
  const [, base64 = ''] = inPage.split(',');
  assert.deepEqual(
    pictures.map((bytes) => Buffer.from(bytes)),
    [png, Buffer.from(base64, 'base64')],
  );
  assert.ok(actor.recorder.take().includes('web GET /a.png 200'));
});

test('where a drawing may be the symbol, that takes a browser; where the symbol is in a picture, or nothing drawn, it does not', async () => {
  const asText = `data:image/svg+xml,${encodeURIComponent(symbol)}`;
  for (const drawn of ['<img src="/symbol.svg">', `<img src="${asText}">`, symbol, '<canvas></canvas>']) {
    await assert.rejects(fetchPictures(parse(drawn), server.url, actor), Unprovided);
    assert.equal((await fetchPictures(parse(`<img src="/a.png">${drawn}`), server.url, actor)).length, 1);
  }
  const none = parse(`<svg><path d="M0 0"/></svg><img src="/long-gone.svg"><div hidden>${symbol}</div>`);
  assert.deepEqual(await fetchPictures(none, server.url, actor), []);
});

test('a picture that stands in the page needs no request, and one that is written out as text is nothing here', async () => {
  const recorder = new Recorder();
  const quiet: HttpActor = { ...actor, recorder };
  const whole = await fetchPicture(await qrcode.toDataURL('two'), server.url, quiet);
  assert.equal(isPng(whole), true);
  assert.equal((await fetchPicture('data:image/svg+xml,%3Csvg/%3E', server.url, quiet)).length, 0);
  assert.deepEqual(recorder.take(), []);
});

test('a picture is in PNG by what is in it, not by what it is called', () => {
  assert.equal(isPng(png), true);
  assert.equal(isPng(Buffer.from('<svg/>')), false);
  assert.equal(isPng(new Uint8Array()), false);
});

test('a picture of another site that cannot be had is a gap in the page, and one of the same site is not', async () => {
  const gone = await serve({});
  await gone.close();
  const page = parse(`<img src="${gone.url}/a.png"><img src="/a.png">`);
  assert.equal((await fetchPictures(page, server.url, actor)).length, 1);
  await assert.rejects(fetchPictures(page, gone.url, actor), { name: 'TargetGone' });
});
