import assert from 'node:assert/strict';
import { test } from 'node:test';
import qrcode from 'qrcode';
import sharp from 'sharp';
import { asPng } from './as-png.ts';
import { seeSymbols } from './eye.ts';

const TEXT = 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ';
const drawn = (light: string) => qrcode.toBuffer(TEXT, { scale: 4, margin: 4, color: { dark: '#000000ff', light } });

async function read(picture: Uint8Array): Promise<string[]> {
  const png = await asPng(picture);
  return png ? (await seeSymbols(png)).map(({ text }) => text) : ['no picture'];
}

test('a symbol on a clear ground is read as it is seen on a page', async () => {
  const clear = await drawn('#00000000');
  assert.deepEqual(await seeSymbols(clear), []);
  assert.deepEqual(await read(clear), [TEXT]);
});

test('a symbol is read in whatever format pages show', async () => {
  const solid = await drawn('#ffffffff');
  for (const format of ['png', 'jpeg', 'gif', 'webp'] as const)
    assert.deepEqual(await read(await sharp(solid).toFormat(format).toBuffer()), [TEXT], format);
});

test('a drawing is read however small its unit', async () => {
  const svg = await qrcode.toString(TEXT, { type: 'svg', margin: 4 });
  for (const size of ['', 'width="33" height="33"', 'width="2000" height="2000"'])
    assert.deepEqual(await read(Buffer.from(svg.replace('<svg', `<svg ${size}`))), [TEXT], size);
});

test('what is no picture is none', async () => {
  for (const bytes of ['no picture', '<!doctype html><p>gone', ''])
    assert.equal(await asPng(Buffer.from(bytes)), undefined);
});
