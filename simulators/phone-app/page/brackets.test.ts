import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withinBrackets } from '../../camera/aim.ts';
import { drawFrame } from '../../camera/frame.ts';
import { LOOKS, readWithinBrackets } from './brackets.ts';
import { seeSymbols } from './eye.ts';

const INNER = { text: 'otpauth://totp/inner?secret=GEZDGNBVGY3TQOJQ', where: 'within the brackets' } as const;
const OUTER = { text: 'otpauth://totp/outer?secret=GEZDGNBVGY3TQOJQ', where: 'outside the brackets' } as const;

test('what lies within the brackets is read, whatever else is in view', () => {
  assert.equal(readWithinBrackets(drawFrame([INNER]), 0), INNER.text);
  assert.equal(readWithinBrackets(drawFrame([OUTER, INNER]), 0), INNER.text);
});

test('what lies outside of them is not read, in whichever way it is looked at', () => {
  const frame = drawFrame([OUTER], { finer: 2 });
  for (let look = 0; look < LOOKS; look += 1) assert.equal(readWithinBrackets(frame, look), undefined);
});

test('an app that looks everywhere sees both, and each where it is', async () => {
  const frame = drawFrame([OUTER, INNER]);
  const symbols = await seeSymbols(frame);
  assert.deepEqual(symbols.map(({ text }) => text).sort(), [INNER.text, OUTER.text]);
  assert.deepEqual(
    withinBrackets({ ...frame, symbols }).map(({ text }) => text),
    [INNER.text],
  );
});
