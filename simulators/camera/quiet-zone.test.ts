import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { lookAtGround } from './quiet-zone.ts';

const TEXT = 'otpauth://totp/user?secret=GEZDGNBVGEZDGNBVGEZDGNBVGEZDGNBV&issuer=Paircheck';
const DARK_PAGE = [17, 21, 27, 255];
const LIGHT_PAGE = [244, 246, 249, 255];

interface Drawn {
  margin: number;
  scale?: number;
  page?: number[];
  ink?: string;
  ground?: string;
}

/** A symbol with a margin of so many modules of its ground, on a page. */
async function draw({ margin, scale = 6, page = DARK_PAGE, ink = '#000000', ground = '#ffffff' }: Drawn) {
  const colours = { color: { dark: ink, light: ground } };
  const symbol = PNG.sync.read(await qrcode.toBuffer(TEXT, { scale, margin, ...colours }));
  const picture = new PNG({ width: symbol.width + 200, height: symbol.height + 180 });
  picture.data.fill(Buffer.from(page));
  PNG.bitblt(symbol, picture, 0, 0, symbol.width, symbol.height, 100, 90);
  return PNG.sync.write(picture);
}

for (const scale of [2, 3, 5, 8, 13]) {
  for (const margin of [2, 3, 4, 6]) {
    test(`a margin of ${margin} modules of ${scale} pixels on a dark page is measured`, async () => {
      const ground = await lookAtGround(await draw({ margin, scale }));
      assert.deepEqual(ground, { darkOnLight: true, marginModules: margin, isQuiet: margin >= 4 });
    });
  }
}

test('a light page goes on where the margin ends, as far as is looked', async () => {
  const ground = await lookAtGround(await draw({ margin: 0, page: LIGHT_PAGE }));
  assert.deepEqual(ground, { darkOnLight: true, marginModules: 8, isQuiet: true });
});

test('a margin of one module on a dark page is told, where the symbol can be read at all', async () => {
  const ground = await lookAtGround(await draw({ margin: 1, page: [110, 110, 110, 255] }));
  assert.deepEqual(ground, { darkOnLight: true, marginModules: 1, isQuiet: false });
});

test('light modules on a dark ground are told, however wide the margin', async () => {
  const ground = await lookAtGround(await draw({ margin: 6, ink: '#ffffff', ground: '#000000', page: LIGHT_PAGE }));
  assert.deepEqual(ground, { darkOnLight: false, marginModules: 6, isQuiet: true });
});

test('something dark beside the symbol, at one place of one side, ends its margin there', async () => {
  const picture = PNG.sync.read(await draw({ margin: 4, scale: 6, page: LIGHT_PAGE }));
  const place = (Math.floor(picture.height / 2) * picture.width + 100 + 6) * 4;
  picture.data.fill(Buffer.from(DARK_PAGE), place, place + 4);
  const ground = await lookAtGround(PNG.sync.write(picture));
  assert.equal(ground?.isQuiet, false);
  assert.ok((ground?.marginModules ?? 0) > 2.5 && (ground?.marginModules ?? 0) < 3.1, String(ground?.marginModules));
});

test('the end of the picture is the end of the margin', async () => {
  const ground = await lookAtGround(await qrcode.toBuffer(TEXT, { scale: 6, margin: 2 }));
  assert.deepEqual(ground, { darkOnLight: true, marginModules: 2, isQuiet: false });
});

test('a picture without a symbol has no ground to look at', async () => {
  const empty = new PNG({ width: 50, height: 50 });
  assert.equal(await lookAtGround(PNG.sync.write(empty)), undefined);
});
