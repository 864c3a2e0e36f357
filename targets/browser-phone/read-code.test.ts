import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsIn, codesIn, withoutCodes } from './read-code.ts';

for (const [how, lines, code] of [
  ['in one piece', ['Your code', '012345'], '012345'],
  ['in two groups', ['123 456', 'Continue'], '123456'],
  ['with a hyphen', ['123-456'], '123456'],
  ['of eight digits in groups', ['1234 5678'], '12345678'],
  ['with a space that does not break', ['123\u00a0456'], '123456'],
  ['with a space after each digit', ['0 1 2 3 4 5'], '012345'],
  ['in boxes of its own for each digit', ['Code', '0', '0', '7', '1', '2', '3', 'Continue'], '007123'],
  ['in two boxes', ['123', '456'], '123456'],
  ['behind what it is', ['One-time code: 490 452'], '490452'],
  ['beside seconds that are left', ['490452', '17'], '490452'],
  ['beside seconds that are left, in boxes', ['4', '9', '0', '4', '5', '2', '17 s'], '490452'],
] as const) {
  test(`a code ${how} is read to the letter`, () => {
    assert.deepEqual(codesIn(lines), [code]);
  });
}

for (const line of [
  '2026-11-24',
  '24.11.2026',
  '10:30:00',
  'Call +49 30 123456',
  'Conversation 1234567',
  '12345',
  '123456789',
  '1,234,567',
]) {
  test(`"${line}" is no code`, () => {
    assert.deepEqual(codesIn([line]), []);
  });
}

test('what is said beside a code is for whom it is, without the code', () => {
  const lines = ['Example', 'ana@example.com', '490 452', 'Continue in 17 s'];
  assert.deepEqual(accountsIn(lines), ['Example ana@example.com  Continue in 17 s']);
  assert.deepEqual(withoutCodes(lines), ['Example', 'ana@example.com', 'Continue in 17 s']);
  assert.deepEqual(withoutCodes(['Your code is 490 452']), ['Your code is \u2022\u2022\u2022']);
});

test('of several codes each is for whom is named before it', () => {
  assert.deepEqual(accountsIn(['ana', '490452', 'ben', '012345', 'OK']), ['ana', 'ben']);
});

test('a screen without a code is for nobody', () => {
  assert.deepEqual(accountsIn(['Conversations']), []);
});
