import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { drawQrSymbol } from './qr-symbol.ts';

test('the symbol is dark on light, with four light modules around it', async () => {
  const { dataUri, sidePixels } = await drawQrSymbol('otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ');
  const { data, width, height } = PNG.sync.read(Buffer.from(dataUri.replace('data:image/png;base64,', ''), 'base64'));
  const side = sidePixels;
  assert.deepEqual([width, height], [side, side]);
  const modulePixels = 4;
  const grey = (x: number, y: number) => data[4 * (y * width + x)];
  for (let at = 0; at < side; at += 1) {
    for (let inset = 0; inset < 4 * modulePixels; inset += 1) {
      const ring = [grey(at, inset), grey(at, side - 1 - inset), grey(inset, at), grey(side - 1 - inset, at)];
      assert.deepEqual(ring, [255, 255, 255, 255]);
    }
  }
  assert.equal(grey(4 * modulePixels, 4 * modulePixels), 0, 'the corner of the first finder pattern');
});
