import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { chanceIn, sharedEnds } from './chance.ts';

const keys = (key: (index: number) => Uint8Array) => Array.from({ length: 32 }, (_, index) => key(index));

/** Characters as they are used for tokens: six bits each. */
const letters = (length: number) => Buffer.from(randomBytes(length).toString('base64url').slice(0, length));

test('random keys of every usual length hold enough chance, be they bytes or text, and share no ends', () => {
  for (const length of [10, 16, 20, 32]) {
    const { bits, wanted } = chanceIn(keys(() => randomBytes(length)));
    assert.ok(bits >= wanted, `${length} bytes: ${bits} of ${wanted}`);
  }
  const text = chanceIn(keys(() => letters(32)));
  assert.ok(text.bits >= text.wanted && text.bits < 32 * 7, `${text.bits}`);
  assert.equal(sharedEnds(keys(() => randomBytes(20))), 0);
});

test('keys of which half is fixed, that count, or are of few symbols, do not', () => {
  const poor = [
    () => Buffer.concat([randomBytes(10), Buffer.alloc(10)]),
    () => Buffer.alloc(20, 0x55),
    (index: number) => Buffer.from(String(index).padStart(20, '0')),
    () => Buffer.from(randomBytes(10).toString('hex')),
  ];
  for (const key of poor) {
    const { bits, wanted } = chanceIn(keys(key));
    assert.ok(bits < wanted, `${bits} of ${wanted}`);
  }
});

test('no keys at all show nothing', () => {
  const { bits, wanted } = chanceIn([]);
  assert.ok(bits < wanted);
});

test('keys that begin or end alike are told: a counter, a time stamp, a fixed part', () => {
  const counted = keys((index) => Buffer.concat([randomBytes(16), Buffer.from([0, 0, 0, index % 4])]));
  const begun = keys(() => Buffer.concat([Buffer.from('2026'), randomBytes(16)]));
  assert.ok(sharedEnds(counted) > 0);
  assert.equal(sharedEnds(begun), 31);
});
