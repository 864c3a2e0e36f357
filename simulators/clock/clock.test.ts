import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ControlledClock } from './clock.ts';

test('the clock stands still until it is moved', async () => {
  const clock = new ControlledClock(1000);
  assert.equal(clock.now(), 1000);
  await clock.advance(1.5);
  assert.equal(clock.now(), 2500);
  await clock.set(7);
  assert.equal(clock.now(), 7);
});

test('whoever follows the clock is there before it is read again', async () => {
  const followed: number[] = [];
  const clock = new ControlledClock(0, [async (atEpochMs) => void followed.push(atEpochMs)]);
  await clock.set(5);
  await clock.advance(30);
  assert.deepEqual(followed, [5, 30_005]);
});

test('a follower that cannot be reached is told, not passed over', async () => {
  const clock = new ControlledClock(0, [() => Promise.reject(new Error('nobody there'))]);
  await assert.rejects(clock.set(5), /nobody there/);
});

test('whoever follows the clock is not told twice of the same instant, unless the first time failed', async () => {
  const followed: number[] = [];
  let isThere = false;
  const follow = async (atEpochMs: number) => {
    followed.push(atEpochMs);
    if (!isThere) throw new Error('nobody there');
  };
  const clock = new ControlledClock(0, [follow]);
  await assert.rejects(clock.set(5), /nobody there/);
  isThere = true;
  await clock.set(5);
  await clock.set(5);
  assert.deepEqual(followed, [5, 5]);
});
