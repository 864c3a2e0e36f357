import assert from 'node:assert/strict';
import { test } from 'node:test';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };
import { isCodeOfStep } from './one-time-code.ts';

for (const { unixSeconds, code, why } of vectors.sixDigits) {
  test(`the verifier takes ${code} at ${unixSeconds}, and no code one digit away: ${why}`, () => {
    const step = Math.floor(unixSeconds / 30);
    assert.equal(isCodeOfStep(vectors.keys.SHA1, code, step), true);
    const wrong = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
    assert.equal(isCodeOfStep(vectors.keys.SHA1, wrong, step), false);
  });
}
