import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf } from '../../verdict.fixture.ts';
import { richSample, sampleVerdict } from '../sample.fixture.ts';
import { summaryOf } from './summary.ts';

describe('the head of the report', () => {
  it('runs all again with the flags of a failure, for only that line knows the addresses', () => {
    const { again, isAgainPartial } = summaryOf(richSample().verdict);
    assert.equal(again, 'npm run paircheck -- run --portal-url https://portal.example --seed 7');
    assert.equal(isAgainPartial, false);
  });

  it('runs all again as far as the verdict knows how, and says what is missing', () => {
    const held = verdictOf([{ name: 'It holds' }]);
    assert.equal(summaryOf(held).again, 'npm run paircheck -- run --profile documented-flow --drive api');
    assert.equal(summaryOf(held).isAgainPartial, false);
    const foreign = { ...held, target: { ...held.target, name: 'https://portal.example' } };
    assert.equal(summaryOf(foreign).isAgainPartial, true);
  });

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
