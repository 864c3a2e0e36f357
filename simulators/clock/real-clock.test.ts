import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import sinon from 'sinon';
import { Unprovided } from '../errors.ts';
import { RealClock } from './real-clock.ts';

let machine: sinon.SinonFakeTimers;

beforeEach(() => {
  machine = sinon.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => machine.restore());

test("it tells the machine's own time, and cannot be moved", () => {
  const clock = new RealClock(35);
  machine.setSystemTime(2_000_000);
  assert.equal(clock.now(), 2_000_000);
  assert.equal(clock.canBeMoved, false);
});

test('an instant that is near is waited for, and no longer', async () => {
  const clock = new RealClock(35);
  let isThere = false;
  const waited = clock.advance(35).then(() => {
    isThere = true;
  });
  await machine.tickAsync(34_999);
  assert.equal(isThere, false);
  await machine.tickAsync(1);
  await waited;
  assert.equal(clock.now(), 1_035_000);
});

test('an instant just over is there already', async () => {
  await new RealClock(0).set(1_000_000 - 59_000);
  await new RealClock(0).set(1_000_000);
});

test('what is too far ahead, or over, needs a clock that can be moved', async () => {
  const clock = new RealClock(35);
  const lacks = (pattern: RegExp) => (error: unknown) =>
    error instanceof Unprovided && error.capability === 'clock control' && pattern.test(error.provide);
  await assert.rejects(clock.advance(36), lacks(/takes 36 seconds.*--patience/));
  await assert.rejects(clock.set(0), lacks(/goes back in time.*faketime/));
});
