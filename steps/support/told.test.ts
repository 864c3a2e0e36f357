import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongTogether } from './told.ts';

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
