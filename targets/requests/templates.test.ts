import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillAll, fillText, MissingValue, namesIn } from './templates.ts';

const VALUES = new Map([
  ['username', 'zoë "z" {{code}}'],
  ['code', '012345'],
]);

test('values go into every text of a structure, and nothing else of it changes', () => {
  const filled = fillAll({ a: ['{{ code }}', 1, null], b: { c: 'user {{username}}', d: true } }, VALUES);
  assert.deepEqual(filled, { a: ['012345', 1, null], b: { c: 'user zoë "z" {{code}}', d: true } });
});

test('what a value says is not read as a template', () => {
  assert.equal(fillText('{{username}}', VALUES), 'zoë "z" {{code}}');
});

test('a value goes in as it is wanted there', () => {
  assert.equal(
    fillText('/users/{{username}}/x', VALUES, encodeURIComponent),
    '/users/zo%C3%AB%20%22z%22%20%7B%7Bcode%7D%7D/x',
  );
});

test('a value that nobody has is told by its name', () => {
  assert.throws(
    () => fillText('{{token}}', VALUES),
    (error) => error instanceof MissingValue && error.missing === 'token',
  );
});

test('the names of a text are those in double braces', () => {
  assert.deepEqual(namesIn('{{a}} {b} {{ c1 }} {{}} {{1d}}'), ['a', 'c1']);
});
