import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { PasswordResets } from './password-resets.ts';

const MINUTE_MS = 60_000;

test('a token is good for thirty minutes, to the millisecond', () => {
  const resets = new PasswordResets(randomBytes);
  const token = resets.create('ana', 0);
  assert.equal(resets.find(token, 30 * MINUTE_MS - 1), 'ana');
  assert.equal(resets.find(token, 30 * MINUTE_MS), undefined);
});

test('one that was made up, shortened or written in other letters is good for nothing', () => {
  const resets = new PasswordResets(randomBytes);
  const token = resets.create('ana', 0);
  for (const other of ['', 'made-up', token.slice(1), token.toUpperCase()])
    assert.equal(resets.find(other, 0), undefined);
});

test('looking uses nothing up, choosing uses up all of this user and none of another', () => {
  const resets = new PasswordResets(randomBytes);
  const [first, second, other] = [resets.create('ana', 0), resets.create('ana', 0), resets.create('ben', 0)];
  assert.equal(resets.find(first, 0), 'ana');
  assert.equal(resets.find(first, 0), 'ana');
  resets.useUp('ana');
  assert.deepEqual(
    [first, second, other].map((token) => resets.find(token, 0)),
    [undefined, undefined, 'ben'],
  );
});

test('tokens are 256 bits in letters, and never the same', () => {
  const resets = new PasswordResets(randomBytes);
  const tokens = Array.from({ length: 50 }, () => resets.create('ana', 0));
  for (const token of tokens) assert.match(token, /^[a-p]{64}$/);
  assert.equal(new Set(tokens).size, tokens.length);
});
