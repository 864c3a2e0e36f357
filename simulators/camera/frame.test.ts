import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf, withinBrackets } from './aim.ts';
import { seeSymbols } from './eye.ts';
import { CORNERS, type Corner, drawFrame } from './frame.ts';

const textsOf = (symbols: { text: string }[]) => symbols.map(({ text }) => text).sort();
const INNER = 'otpauth://totp/Acme:ana@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme&device=work';
const OUTER = INNER.replaceAll('Acme', 'Umbrella');

test('a symbol within the brackets is seen there', async () => {
  const frame = drawFrame([{ text: INNER, where: 'within the brackets' }]);
  assert.deepEqual(textsOf(withinBrackets(await viewOf(frame))), [INNER]);
});

test('a symbol outside the brackets is in view, but not within them', async () => {
  const frame = drawFrame([{ text: OUTER, where: 'outside the brackets' }]);
  assert.deepEqual(textsOf(await seeSymbols(frame)), [OUTER]);
  assert.deepEqual(withinBrackets(await viewOf(frame)), []);
});

for (const corner of Object.keys(CORNERS) as Corner[]) {
  test(`of two symbols the one ${corner} of the brackets is in view, but not within them`, async () => {
    const frame = drawFrame([
      { text: OUTER, where: 'outside the brackets', corner },
      { text: INNER, where: 'within the brackets' },
    ]);
    assert.deepEqual(textsOf(await seeSymbols(frame)), [INNER, OUTER]);
    assert.deepEqual(textsOf(withinBrackets(await viewOf(frame))), [INNER]);
  });
}

test('the largest symbols there are can be read as well', async () => {
  const text = `otpauth://totp/${'A'.repeat(4096)}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ`;
  const frame = drawFrame([{ text, where: 'within the brackets' }]);
  assert.deepEqual(textsOf(withinBrackets(await viewOf(frame))), [text]);
});
