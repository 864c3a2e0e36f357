import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBase32 } from '../../protocol/base32.ts';
import { parseOtpauthUri } from '../../protocol/otpauth-uri.ts';
import {
  BROKEN_KEY_URIS,
  keyWith,
  LONG_LABELLED_KEY_URI,
  rfcKeyUri,
  suiteKey,
  suiteKeyUri,
  TYPED_KEYS,
  UNUSUAL_KEY_URIS,
} from './key-uris.ts';

test('the QR codes of the suite are good ones, each with a key of its own', () => {
  for (const name of ['A', 'B']) assert.equal(parseOtpauthUri(suiteKeyUri(name)).secret, suiteKey(name));
  assert.equal(decodeBase32(suiteKey('A')).length, 16);
  assert.notEqual(suiteKey('A'), suiteKey('B'));
});

test('the key of the RFCs has the length that belongs to the hash, in whatever letter case that is written', () => {
  for (const [algorithm, bytes] of [
    ['SHA1', 20],
    ['sha256', 32],
    ['SHA512', 64],
  ] as const) {
    const { secret, digits, periodSeconds } = parseOtpauthUri(rfcKeyUri(algorithm, { digits: 8, periodSeconds: 60 }));
    assert.equal(decodeBase32(secret).length, bytes);
    assert.deepEqual([digits, periodSeconds], [8, 60]);
  }
});

for (const [fault, text] of Object.entries(BROKEN_KEY_URIS)) {
  test(`a key URI with ${fault} is not the good one it was made of`, () => {
    assert.notEqual(text, suiteKeyUri('A'));
    if (fault !== 'a key that is no Base32') assert.throws(() => parseOtpauthUri(text), { name: 'OtpauthUriError' });
  });
}

test('a key that is no Base32 can be told only from what it holds, and a label of four kilobytes is lawful', () => {
  assert.throws(() => decodeBase32(parseOtpauthUri(BROKEN_KEY_URIS['a key that is no Base32'] ?? '').secret));
  assert.equal(parseOtpauthUri(LONG_LABELLED_KEY_URI).account.length, 4096);
});

for (const [difference, { text, labels }] of Object.entries(UNUSUAL_KEY_URIS)) {
  test(`a key URI with ${difference} is as good as the QR code "A"`, () => {
    const { secret, issuer, account } = parseOtpauthUri(text);
    assert.deepEqual([secret, issuer, account], [suiteKey('A'), ...labels]);
  });
}

test('a key typed in any of these ways is the same but for spaces, dashes, case and padding', () => {
  for (const typed of Object.values(TYPED_KEYS)) {
    assert.notEqual(typed, suiteKey('A'));
    assert.equal(typed.replace(/[\s=-]/g, '').toUpperCase(), suiteKey('A'));
  }
});

test('a key with a foreign character is the right one without it', () => {
  assert.equal(keyWith('1').replace('1', ''), suiteKey('A'));
});
