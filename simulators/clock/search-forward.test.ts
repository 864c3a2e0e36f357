import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchForward } from './search-forward.ts';

test('the first step with the property is found, by its first millisecond', () => {
  const found = searchForward({ fromEpochMs: 45_000, periodSeconds: 30, holds: (at) => at >= 90_000 });
  assert.equal(found, 90_000);
});

test('the present step counts, from its beginning', () => {
  assert.equal(searchForward({ fromEpochMs: 45_000, periodSeconds: 30, holds: () => true }), 30_000);
});

test('a property that no step has is an error, and no endless search', () => {
  assert.throws(() => searchForward({ fromEpochMs: 0, periodSeconds: 30, holds: () => false }), RangeError);
});
