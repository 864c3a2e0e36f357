import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { bitsOf, looksMixed, sharedEnds } from './chance.ts';

const keys = (key: (index: number) => Uint8Array) => Array.from({ length: 32 }, (_, index) => key(index));

test('random keys look mixed and share no ends', () => {
  const random = keys(() => randomBytes(20));
  assert.equal(looksMixed(bitsOf(random)).holds, true);
  assert.equal(sharedEnds(random), 0);
});

test('keys of one byte value do not look mixed', () => {
  assert.equal(looksMixed(bitsOf(keys(() => Buffer.alloc(20, 0x0f)))).holds, false);
  assert.equal(looksMixed(bitsOf(keys(() => Buffer.alloc(20, 0x55)))).holds, false);
});

test('no keys at all show nothing', () => {
  assert.equal(looksMixed([]).holds, false);
});

test('keys that begin or end alike are told: a counter, a time stamp, a fixed part', () => {
  const counted = keys((index) => Buffer.concat([randomBytes(16), Buffer.from([0, 0, 0, index % 4])]));
  const begun = keys(() => Buffer.concat([Buffer.from('2026'), randomBytes(16)]));
  assert.ok(sharedEnds(counted) > 0);
  assert.equal(sharedEnds(begun), 31);
});
