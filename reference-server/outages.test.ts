import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockWithOutages, Outages } from './outages.ts';

test('a clock that is to fail tells no time, and the right one afterwards', () => {
  const outages = new Outages();
  const clock = clockWithOutages({ now: () => 7, set() {} }, outages);
  assert.equal(clock.now(), 7);
  outages.set({ storage: false, clock: true });
  assert.throws(() => clock.now(), { name: 'ProvokedOutage' });
  outages.set({ storage: true, clock: false });
  assert.equal(clock.now(), 7);
});
