import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongTogether, secondsTold } from './told.ts';

test('a line belongs to a text that holds it, or that it holds', () => {
  assert.equal(belongTogether(['Wrong code.'], ['One-time code', 'Wrong code. Six digits']), true);
  assert.equal(belongTogether(['Setup finished'], ['finished']), true);
  assert.equal(belongTogether(['Wrong code.'], ['One-time code']), false);
});

test('nothing belongs to nothing, and a word or two of letters is found everywhere', () => {
  assert.equal(belongTogether([], ['One-time code']), false);
  assert.equal(belongTogether(['1', ''], ['Step 1']), false);
  assert.equal(belongTogether(['Step 1'], ['1', '']), false);
});

test('a length of time is told by a number and its unit, in any writing', () => {
  assert.deepEqual(secondsTold('Try again in 15 minutes, or after 2 h.'), [900, 7200]);
  assert.deepEqual(secondsTold('wait 1 day and 30-seconds; noch 5 Minuten'), [86_400, 30, 300]);
  assert.deepEqual(secondsTold('Too many tries at 12:30, wait a minute'), []);
});
