import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import qrcode from 'qrcode';
import { seeSymbols } from '../../camera/eye.ts';
import { Unprovided } from '../../errors.ts';
import { fetchOnce } from '../../network/fetcher.ts';
import type { HttpActor } from '../../network/http.ts';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { parse } from './parse.ts';
import { fetchPictures } from './pictures.ts';

const actor: HttpActor = { name: 'web', recorder: new Recorder(), fetcher: fetchOnce };
const png = await qrcode.toBuffer('one');
const KEY_URI = 'otpauth://totp/user?secret=GEZDGNBV';
const symbol = await qrcode.toString(KEY_URI, { type: 'svg' });

let server: WebServer;

before(async () => {
  server = await serve({
    'GET /a.png': () => ({ bytes: png, headers: { 'content-type': 'image/png' } }),
    'GET /symbol.svg': () => ({ bytes: Buffer.from(symbol), headers: { 'content-type': 'image/svg+xml' } }),
    'GET /long-gone.svg': () => ({ status: 404, html: `<!doctype html><p>${'none '.repeat(500)}` }),
  });
});

after(() => server.close());

const read = (html: string) => ({ document: parse(html), address: server.url });
const textsOf = async (pictures: Uint8Array[]): Promise<string[]> =>
  (await Promise.all(pictures.map((picture) => seeSymbols(picture)))).flatMap((seen) => seen.map(({ text }) => text));

test('the pictures of a page are files of any format, out of the page or from their address, and drawings in it, in the order of the page', async () => {
  const inPage = await qrcode.toDataURL('two');
  const asText = `data:image/svg+xml,${encodeURIComponent(await qrcode.toString('three', { type: 'svg' }))}`;
  const page = parse(`<img src="a.png"><img src="${inPage}"><img src="/symbol.svg"><p>${symbol}</p>
    <img src="${asText}"><img src="/gone.png"><img alt="none"><img src="data:,%"><svg><path d="M0 0"/></svg>`);
  const pictures = await fetchPictures({ document: page, address: `${server.url}/page` }, actor);
  assert.deepEqual(await textsOf(pictures), ['one', 'two', KEY_URI, KEY_URI, 'three']);
  assert.ok(actor.recorder.take().includes('web GET /a.png 200'));
});

test('where only a browser draws what may be the symbol, it takes one; where the symbol is in a picture, or all of it is hidden, it does not', async () => {
  const mosaic = `<table>${`<tr>${'<td></td>'.repeat(21)}</tr>`.repeat(21)}</table>`;
  const sprite = `<svg><symbol id="q">${symbol.replace(/<\/?svg[^>]*>/g, '')}</symbol></svg><svg><use href="#q"/></svg>`;
  for (const drawn of ['<canvas></canvas>', mosaic, sprite]) {
    await assert.rejects(fetchPictures(read(drawn), actor), Unprovided);
    const beside = await fetchPictures(read(`<img src="/a.png">${drawn}`), actor);
    assert.equal((await textsOf(beside))[0], 'one');
  }
  const none = read(`<img src="/long-gone.svg"><div hidden>${symbol}<canvas></canvas><img src="/a.png"></div>`);
  assert.deepEqual(await fetchPictures(none, actor), []);
});

test('a picture that stands in the page needs no request', async () => {
  const recorder = new Recorder();
  const page = read(`<img src="${await qrcode.toDataURL('two')}">${symbol}`);
  assert.equal((await fetchPictures(page, { ...actor, recorder })).length, 2);
  assert.deepEqual(recorder.take(), []);
});

test('a picture of another site that cannot be had is a gap in the page, and one of the same site is not', async () => {
  const gone = await serve({});
  await gone.close();
  const page = read(`<img src="${gone.url}/a.png"><img src="/a.png">`);
  assert.equal((await fetchPictures(page, actor)).length, 1);
  await assert.rejects(fetchPictures({ ...page, address: gone.url }, actor), { name: 'TargetGone' });
});

test('a browser that is there draws what may hold the symbol, and what scripts may draw; nothing else', async () => {
  const [picture, asked] = [Buffer.from('drawn'), [] as string[]];
  const pictures = (html: string) => {
    const draw = async () => {
      asked.push(html);
      return [picture];
    };
    return fetchPictures({ ...read(html), draw }, actor);
  };
  const [canvas, script] = ['<canvas></canvas>', '<p id="code"></p><script src="qr.js"></script>'];
  assert.deepEqual(await pictures(canvas), [picture]);
  assert.deepEqual(await pictures(script), [picture]);
  await pictures('<p>nothing</p>');
  await pictures(`<img src="/a.png">${canvas}${script}`);
  assert.deepEqual(asked, [canvas, script]);
});
