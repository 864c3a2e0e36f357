import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };
import { truncationAt } from './truncation.ts';

for (const { unixSeconds, offset, highestBitSet, why } of vectors.sixDigits) {
  if (offset === undefined) continue;
  test(`the truncation at ${unixSeconds} is told: ${why}`, () => {
    const seen = truncationAt(vectors.keys.SHA1, DEFAULT_OTP_PARAMETERS, unixSeconds * 1000);
    assert.deepEqual(seen, { offset, highestBitSet });
    const small = `${vectors.keys.SHA1.toLowerCase()}====`;
    assert.deepEqual(truncationAt(small, DEFAULT_OTP_PARAMETERS, unixSeconds * 1000), seen);
  });
}

/** @see RFC 4226 appendix D, the hashes of counts 0, 2 and 4 */
for (const [step, offset, highestBitSet] of [
  [0, 0, true],
  [2, 4, false],
  [4, 12, false],
] as const) {
  test(`the truncation at step ${step} is that of RFC 4226`, () => {
    const seen = truncationAt(vectors.keys.SHA1, DEFAULT_OTP_PARAMETERS, step * 30_000);
    assert.deepEqual(seen, { offset, highestBitSet });
  });
}
