import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { aimAtSymbol, seeWithinBrackets } from './aim.ts';
import { lookTwice } from './look-twice.ts';

const TEXT = 'otpauth://totp/user?secret=GEZDGNBV';

/** A white page with a symbol whose upper left corner is at these pixels; what lies outside the page is cut off. */
async function pageWithSymbol(left: number, top: number): Promise<Buffer> {
  const symbol = PNG.sync.read(await qrcode.toBuffer(TEXT, { scale: 4, margin: 4 }));
  const page = new PNG({ width: 800, height: 600 });
  page.data.fill(0xff);
  const [width, height] = [Math.min(symbol.width, page.width - left), Math.min(symbol.height, page.height - top)];
  PNG.bitblt(symbol, page, 0, 0, width, height, left, top);
  return PNG.sync.write(page);
}

for (const [where, left, top] of [
  ['in the middle', 300, 200],
  ['in the upper left corner', 0, 0],
  ['in the lower right corner', 640, 440],
] as const) {
  test(`a symbol ${where} of a page is within the brackets once the phone is held before it`, async () => {
    const frame = await aimAtSymbol(await pageWithSymbol(left, top));
    assert.deepEqual(
      (await seeWithinBrackets(frame)).map(({ text }) => text),
      [TEXT],
    );
  });
}

test('a symbol at the edge of the view is not within the brackets', async () => {
  assert.deepEqual(await seeWithinBrackets(await pageWithSymbol(0, 0)), []);
});

test('a symbol that is cut off at the edge of the page is not seen', async () => {
  const page = await pageWithSymbol(700, 200);
  assert.equal(await aimAtSymbol(page), page);
  assert.deepEqual(await seeWithinBrackets(page), []);
});

test('a page without a symbol is seen as it is', async () => {
  const empty = PNG.sync.write(new PNG({ width: 100, height: 100 }));
  assert.equal(await aimAtSymbol(empty), empty);
  assert.deepEqual(await seeWithinBrackets(empty), []);
});

test('two independent readers agree on a good symbol, and neither sees one where there is none', async () => {
  const good = await lookTwice(await pageWithSymbol(300, 200));
  assert.equal(good.symbols[0]?.text, TEXT);
  assert.equal(good.secondReader, TEXT);
  const none = await lookTwice(PNG.sync.write(new PNG({ width: 100, height: 100 })));
  assert.deepEqual(none, { symbols: [], secondReader: undefined });
});
