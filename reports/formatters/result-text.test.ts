import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultText } from './result-text.ts';
import { sampleVerdict } from './sample.fixture.ts';

describe('what a requirement came to, as text', () => {
  it('has the status with its reason, the sum of evidence and each scenario', () => {
    const text = resultText(sampleVerdict(), 'LOG-01');
    assert.match(
      text,
      /^In the run of 2026-11-24T08:00:00.000Z on the built-in reference \(api\)\n {2}failed: expected/,
    );
    assert.match(text, /\n {2}evidence reached 1 of 1, 0 hold\n/);
    assert.match(text, /\n {4}does not hold: A phone without a device reads nothing\n/);
    assert.match(text, /\n {6}features\/flow\.feature:3\n$/);
  });

  it('says a status alone where there is no reason', () => {
    assert.match(resultText(sampleVerdict(), 'POP-01'), /\n {2}passed\n {2}evidence reached 1 of 1, 1 hold\n/);
  });

  it('says of a requirement that the run did not ask for just that', () => {
    assert.match(resultText(sampleVerdict(), 'NAV-01'), /\n {2}not asked: none of its profiles holds NAV-01\n$/);
  });
});
