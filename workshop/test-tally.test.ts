import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestEnd, tallyTests } from './test-tally.ts';

function passed(name: string, more: Partial<TestEnd> = {}): TestEnd {
  return { file: 'a', name, nesting: 0, outcome: 'passed', repeatsAnother: false, isSuite: false, ...more };
}

function tally(ends: TestEnd[], completed = ['a']) {
  return tallyTests({ files: ['a'], ends, completedFiles: new Set(completed) });
}

test('a file that leaves halfway is a failure, whatever passed before', () => {
  assert.deepEqual(tally([passed('one')], []), { passed: 1, failed: 1, skipped: 0, unfinishedFiles: ['a'] });
});

test('a file in which there are only suites is a failure', () => {
  assert.deepEqual(tally([passed('suite', { isSuite: true })]), {
    passed: 0,
    failed: 1,
    skipped: 0,
    unfinishedFiles: ['a'],
  });
});

test('a test with tests of its own counts through those', () => {
  const ends = [passed('within', { nesting: 1 }), passed('around'), passed('beside')];
  assert.equal(tally(ends).passed, 2);
});

test('a test that fails after its own tests passed counts as one failure', () => {
  const ends = [passed('within', { nesting: 1 }), passed('around', { outcome: 'failed' })];
  assert.deepEqual(tally(ends), { passed: 1, failed: 1, skipped: 0, unfinishedFiles: [] });
});

test('a failure that repeats one further in does not count again', () => {
  const ends = [
    passed('within', { nesting: 1, outcome: 'failed' }),
    passed('around', { outcome: 'failed', repeatsAnother: true }),
  ];
  assert.equal(tally(ends).failed, 1);
});
