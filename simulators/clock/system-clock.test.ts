import assert from 'node:assert/strict';
import { test } from 'node:test';
import sinon from 'sinon';
import { SystemClock } from './system-clock.ts';

test("the machine's own time is told until the clock is set, and then it stands still", () => {
  const machine = sinon.useFakeTimers({ now: 5000, toFake: ['Date'] });
  try {
    const clock = new SystemClock();
    machine.setSystemTime(6000);
    assert.equal(clock.now(), 6000);
    clock.set(42);
    machine.setSystemTime(7000);
    assert.equal(clock.now(), 42);
  } finally {
    machine.restore();
  }
});

test('it can be turned while it goes on, and set going again from where it stands', () => {
  const machine = sinon.useFakeTimers({ now: 5000, toFake: ['Date'] });
  try {
    const clock = new SystemClock();
    clock.turnTo(60_000);
    machine.setSystemTime(6000);
    assert.equal(clock.now(), 61_000);
    assert.deepEqual(clock.setting, { aheadMs: 55_000 });
    clock.set(42);
    clock.turnTo(43);
    machine.setSystemTime(7000);
    assert.equal(clock.now(), 43);
    clock.run();
    machine.setSystemTime(7001);
    assert.equal(clock.now(), 44);
  } finally {
    machine.restore();
  }
});
