import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { lookAtMargin, type Margins } from './symbol-margin.ts';

const TEXT = 'otpauth://totp/user?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Paircheck';

async function marginsOf(options: qrcode.QRCodeToBufferOptions, text = TEXT): Promise<Margins> {
  const margins = await lookAtMargin(await qrcode.toBuffer(text, { scale: 4, margin: 4, ...options }));
  assert.ok(margins);
  return margins;
}

test('a good symbol stands some of everything, for both readers, and the same picture the same', async () => {
  const margins = await marginsOf({});
  for (const margin of [margins.eye, margins.second]) {
    assert.ok(margin);
    assert.ok(margin.blurModules > 0.2 && margin.blurModules < 1, String(margin.blurModules));
    assert.ok(margin.tiltDegrees > 15 && margin.tiltDegrees < 80, String(margin.tiltDegrees));
    assert.ok(margin.modulePixels < 2.5 && margin.modulePixels > 0.5, String(margin.modulePixels));
    assert.equal(margin.rotationDegrees, 45);
  }
  assert.deepEqual(await marginsOf({}), margins);
});

test('how large the symbol is on its page changes little: the camera comes as near as it likes', async () => {
  const [small, large] = [await marginsOf({ scale: 3 }), await marginsOf({ scale: 9 })];
  assert.ok(Math.abs((small.eye?.blurModules ?? 0) - (large.eye?.blurModules ?? 9)) < 0.1);
});

test('a symbol of hardly any contrast stands less', async () => {
  const [strong, weak] = [await marginsOf({}), await marginsOf({ color: { dark: '#8a8a8aff', light: '#b4b4b4ff' } })];
  assert.ok((weak.second?.blurModules ?? 0) < (strong.second?.blurModules ?? 0), JSON.stringify([strong, weak]));
});

test('where there is no symbol there is no margin', async () => {
  const empty = new PNG({ width: 50, height: 50 });
  assert.equal(await lookAtMargin(PNG.sync.write(empty)), undefined);
});
