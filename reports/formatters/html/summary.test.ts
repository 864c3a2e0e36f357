import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleVerdict } from '../sample.fixture.ts';
import { summaryOf } from './summary.ts';

describe('the head of the report', () => {
  it('parts the ids from the words of the reason, and leaves other reasons as they are', () => {
    assert.deepEqual(summaryOf(sampleVerdict()).reason, { words: '1 of 4 requirements failed', ids: ['LOG-01'] });
    const stale = { ...sampleVerdict(), reason: '1 failed (LOG-01); POP-01 is listed as known failure' };
    assert.deepEqual(summaryOf(stale).reason, { words: stale.reason, ids: [] });
  });

  it('says declarations in the unit of their name', () => {
    const { target, ...verdict } = sampleVerdict();
    const declarations = { firstDayEpochMs: 0, pendingSeconds: 90, nameMax: 64, label: 'a b', removable: true };
    assert.deepEqual(
      summaryOf({ ...verdict, target: { ...target, declarations } }).declarations.map(({ value }) => value),
      ['1970-01-01 00:00:00 UTC', '1 minute 30 s', '64', 'a b', 'yes'],
    );
  });
});
