import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { between, duration, moment, slug } from './words.ts';

describe('words of the report', () => {
  it('says how long something took, in its two largest units', () => {
    const took = [0, 500, 30_000, 29_999, 60_000, 900_000, 5_430_000, 187_200_000].map(duration);
    assert.deepEqual(took, [
      '0 s',
      '0.5 s',
      '30 s',
      '29.999 s',
      '1 minute',
      '15 minutes',
      '1 hour 30 minutes',
      '2 days 4 hours',
    ]);
  });

  it('says an instant for people, and keeps the milliseconds that matter', () => {
    assert.equal(moment('2026-01-15T12:00:00.000Z'), '2026-01-15 12:00:00 UTC');
    assert.equal(moment('2026-01-15T12:00:00.001Z'), '2026-01-15 12:00:00.001 UTC');
  });

  it('takes what is no instant for no time', () => {
    assert.equal(between('2026-01-15T12:00:00Z', '2026-01-15T12:00:30Z'), 30_000);
    assert.equal(between('some time', '2026-01-15T12:00:30Z'), 0);
  });

  it('makes words that a selector can name', () => {
    assert.equal(slug('known failure'), 'known-failure');
    assert.equal(slug('MUST'), 'must');
  });
});
