import assert from 'node:assert/strict';
import { test } from 'node:test';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };
import { Authenticator, normaliseKey } from './authenticator.ts';

const SIX = { algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;

for (const algorithm of ['SHA1', 'SHA256', 'SHA512'] as const) {
  test(`the codes of RFC 6238 come out with ${algorithm}`, () => {
    const authenticator = new Authenticator(vectors.keys[algorithm], { algorithm, digits: 8, periodSeconds: 30 });
    for (const row of vectors.rfc6238) assert.equal(authenticator.codeAt(row.unixSeconds * 1000), row[algorithm]);
  });
}

test('the codes of RFC 4226 come out at the first ten time steps', () => {
  const authenticator = new Authenticator(vectors.keys.SHA1, SIX);
  assert.deepEqual(
    vectors.rfc4226.map((_, step) => authenticator.codeAt(step * 30_000)),
    vectors.rfc4226,
  );
});

test('SHA256 and SHA512 take keys of their own length: the 20 bytes of SHA1 give other codes', () => {
  const codes = (['SHA256', 'SHA512'] as const).map((algorithm) =>
    new Authenticator(vectors.keys.SHA1, { algorithm, digits: 8, periodSeconds: 30 }).codeAt(59_000),
  );
  assert.deepEqual(codes, ['32247374', '69342147']);
});

for (const { unixSeconds, code, why } of vectors.sixDigits) {
  test(`at ${unixSeconds} the code is ${code}: ${why}`, () => {
    assert.equal(new Authenticator(vectors.keys.SHA1, SIX).codeAt(unixSeconds * 1000), code);
  });
}

test('a code is current from the first to the last millisecond of its step', () => {
  const authenticator = new Authenticator(vectors.keys.SHA1, SIX);
  assert.equal(authenticator.codeAt(1_709_596_800_000), '490452');
  assert.equal(authenticator.codeAt(1_709_596_829_999), '490452');
  assert.equal(authenticator.codeAt(1_709_596_830_000), '053531');
});

test('a key may be typed in groups, in small letters, with dashes and padding', () => {
  assert.equal(normaliseKey(' jbsw y3dp-ehpk 3pxp== '), 'JBSWY3DPEHPK3PXP');
  assert.equal(new Authenticator('jbsw y3dp ehpk 3pxp', SIX).codeAt(1_709_596_800_000), '713195');
});

test('a key of 80 bits is taken, and measured', () => {
  assert.equal(new Authenticator('JBSWY3DPEHPK3PXP', SIX).keyBits, 80);
});

test('a key with foreign characters is refused, not cut', () => {
  assert.throws(() => new Authenticator('JBSWY3DPEHPK3PX1', SIX), TypeError);
});
