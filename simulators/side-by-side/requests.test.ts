import assert from 'node:assert/strict';
import { test } from 'node:test';
import sinon from 'sinon';
import { SystemClock } from '../clock/system-clock.ts';
import { BadRequest, readChoice, readTurn, turn } from './requests.ts';

const refused = (error: unknown) => error instanceof BadRequest && error.message.startsWith('wanted ');

test('a turn is by seconds, to an instant, or between running and standing still', () => {
  for (const asked of [{ bySeconds: -30 }, { toEpochMs: 0 }, { runs: false }]) assert.deepEqual(readTurn(asked), asked);
  for (const asked of [undefined, null, {}, { bySeconds: 0.5 }, { toEpochMs: -1 }, { toEpochMs: null }, { runs: 1 }])
    assert.throws(() => readTurn(asked), refused, JSON.stringify(asked));
});

test('a choice is the id of a defect, or none', () => {
  for (const asked of [{ id: 'F-060' }, { id: null }]) assert.deepEqual(readChoice(asked), asked);
  for (const asked of [undefined, {}, { id: '' }, { id: 60 }]) assert.throws(() => readChoice(asked), refused);
});

test('a clock that runs goes on from where it is turned to, and one that stands stands there', () => {
  const machine = sinon.useFakeTimers({ now: 5000, toFake: ['Date'] });
  try {
    const clock = new SystemClock();
    turn(clock, { bySeconds: 30 });
    machine.setSystemTime(6000);
    assert.equal(clock.now(), 36_000);
    turn(clock, { runs: false });
    turn(clock, { toEpochMs: 1000 });
    machine.setSystemTime(9000);
    assert.equal(clock.now(), 1000);
    turn(clock, { runs: true });
    machine.setSystemTime(9500);
    assert.equal(clock.now(), 1500);
    assert.throws(() => turn(clock, { bySeconds: -2 }), refused);
  } finally {
    machine.restore();
  }
});
