import assert from 'node:assert/strict';
import { test } from 'node:test';
import qrcode from 'qrcode';
import { seeSymbols } from './eye.ts';
import { onWhite } from './on-white.ts';

const TEXT = 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ';
const drawn = (light: string) => qrcode.toBuffer(TEXT, { scale: 4, margin: 4, color: { dark: '#000000ff', light } });

test('a symbol on a clear ground is read as it is seen on a page', async () => {
  const clear = await drawn('#00000000');
  assert.deepEqual(await seeSymbols(clear), []);
  const [symbol] = await seeSymbols(onWhite(clear));
  assert.equal(symbol?.text, TEXT);
});

test('a picture in which nothing is clear, or that is none, stays as it is', async () => {
  const solid = await drawn('#ffffffff');
  assert.equal(onWhite(solid), solid);
  const broken = Buffer.from('no picture');
  assert.equal(onWhite(broken), broken);
});
