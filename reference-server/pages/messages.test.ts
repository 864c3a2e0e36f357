import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '../problems.ts';
import { messageOf } from './messages.ts';

test('every problem has words for a person', () => {
  const all = Object.values(problems).map((make) => messageOf((make as (number: number) => never)(1000)));
  for (const message of all) assert.match(message, /^[A-Z1].*\.$/);
});

test('waiting times are told in whole seconds or minutes, rounded up', () => {
  const waits = [1, 1001, 60_000, 61_000, 900_000].map((waitMs) => messageOf(problems.tooManyTries(waitMs)));
  const told = waits.map((message) => / in (\d.*)\.$/.exec(message)?.[1]);
  assert.deepEqual(told, ['1 second', '2 seconds', '1 minute', '2 minutes', '15 minutes']);
});
