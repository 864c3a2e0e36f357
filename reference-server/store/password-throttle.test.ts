import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PasswordThrottle } from './password-throttle.ts';

const MINUTE_MS = 60_000;
const here = { username: 'ana', address: '127.0.0.1' };

function throttleAfter(failures: number): PasswordThrottle {
  const throttle = new PasswordThrottle();
  for (let count = 0; count < failures; count += 1) throttle.fail(here, count * 1000);
  return throttle;
}

test('nineteen failures need no waiting, the twentieth does', () => {
  assert.equal(throttleAfter(19).waitMs(here, 20_000), 0);
  assert.equal(throttleAfter(20).waitMs(here, 20_000), 15 * MINUTE_MS - 20_000);
});

test('the wait is over when the first of the twenty is fifteen minutes old', () => {
  assert.equal(throttleAfter(20).waitMs(here, 15 * MINUTE_MS - 1), 1);
  assert.equal(throttleAfter(20).waitMs(here, 15 * MINUTE_MS), 0);
});

test('other addresses and other users do not wait', () => {
  const throttle = throttleAfter(20);
  assert.equal(throttle.waitMs({ ...here, address: '127.0.0.2' }, 20_000), 0);
  assert.equal(throttle.waitMs({ ...here, username: 'Ana' }, 20_000), 0);
});

test('a right password forgives the failures before it', () => {
  const throttle = throttleAfter(19);
  throttle.succeed(here);
  throttle.fail(here, 20_000);
  assert.equal(throttle.waitMs(here, 20_000), 0);
});
