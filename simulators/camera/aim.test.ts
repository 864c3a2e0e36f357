import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { aimAtSymbol, viewOf, withinBrackets } from './aim.ts';
import { lookTwice } from './look-twice.ts';

const TEXT = 'otpauth://totp/user?secret=GEZDGNBV';
const SYMBOL = await qrcode.toBuffer(TEXT, { scale: 4, margin: 4 });

/** A white page with a symbol whose upper left corner is at these pixels; what lies outside the page is cut off. */
function pageWithSymbol(left: number, top: number): PNG {
  const symbol = PNG.sync.read(SYMBOL);
  const page = new PNG({ width: 800, height: 600 });
  page.data.fill(0xff);
  const [width, height] = [Math.min(symbol.width, page.width - left), Math.min(symbol.height, page.height - top)];
  PNG.bitblt(symbol, page, 0, 0, width, height, left, top);
  return page;
}

for (const [where, left, top] of [
  ['in the middle', 300, 200],
  ['in the upper left corner', 0, 0],
  ['in the lower right corner', 640, 440],
] as const) {
  test(`a symbol ${where} of a page is within the brackets once the phone is held before it`, async () => {
    const view = await aimAtSymbol(PNG.sync.write(pageWithSymbol(left, top)));
    assert.deepEqual(
      withinBrackets(view).map(({ text }) => text),
      [TEXT],
    );
  });
}

test('a symbol at the edge of the view is not within the brackets', async () => {
  const { width, height, data } = pageWithSymbol(0, 0);
  const view = await viewOf({ width, height, data: Uint8ClampedArray.from(data) });
  assert.deepEqual([view.symbols.length, withinBrackets(view)], [1, []]);
});

test('a symbol that is cut off at the edge of the page is not seen', async () => {
  const { symbols } = await aimAtSymbol(PNG.sync.write(pageWithSymbol(700, 200)));
  assert.deepEqual(symbols, []);
});

test('on a page without a symbol there is nothing to see', async () => {
  const empty = PNG.sync.write(new PNG({ width: 100, height: 100 }));
  assert.deepEqual(withinBrackets(await aimAtSymbol(empty)), []);
});

test('two independent readers agree on a good symbol, and neither sees one where there is none', async () => {
  const good = await lookTwice(PNG.sync.write(pageWithSymbol(300, 200)));
  assert.equal(good.symbols[0]?.text, TEXT);
  assert.equal(good.secondReader, TEXT);
  const none = await lookTwice(PNG.sync.write(new PNG({ width: 100, height: 100 })));
  assert.deepEqual(none, { symbols: [], secondReader: undefined });
});
