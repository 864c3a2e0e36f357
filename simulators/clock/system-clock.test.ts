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
