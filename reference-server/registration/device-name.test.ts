import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisteredDevice } from './account-state.ts';
import { MAX_NAME_LENGTH, namesUpTo } from './device-name.ts';

const nameProblem = namesUpTo(MAX_NAME_LENGTH);

const device = (name: string): RegisteredDevice => ({
  id: name,
  name,
  secret: '',
  registeredAtMs: 0,
  lastAcceptedStep: 0,
});

test('a name that shows nothing is refused as empty', () => {
  for (const name of [
    '',
    ' ',
    '\t \n',
    '\u00a0',
    '\u200b',
    '\u200b \u2060\ufeff',
    '\u3000',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\ufe0f',
  ]) {
    assert.equal(nameProblem(name, [])?.code, 'name-empty', JSON.stringify(name));
  }
});

test('names in any script, with marks and spaces, can be given', () => {
  for (const name of [
    'x',
    ' Work  Phone ',
    "Ana's iPhone 15",
    'ÄÖÜ-телефон',
    '电话',
    '<b>&"',
    'أهلا',
    '👩‍💻',
    'a\tb',
  ]) {
    assert.equal(nameProblem(name, []), undefined, JSON.stringify(name));
  }
});

test('the longest name has 64 characters, counted as code points', () => {
  assert.equal(nameProblem('x'.repeat(MAX_NAME_LENGTH), []), undefined);
  assert.equal(nameProblem('😀'.repeat(MAX_NAME_LENGTH), []), undefined);
  assert.equal(nameProblem('x'.repeat(MAX_NAME_LENGTH + 1), [])?.code, 'name-too-long');
});

test('controls that no page can show unchanged are refused', () => {
  for (const name of ['a\0b', 'a\r\nb', 'a\u001bb', 'a\u007f'])
    assert.equal(nameProblem(name, [])?.code, 'bad-request');
});

test('a name is taken only by the same name to the letter', () => {
  assert.equal(nameProblem('Work Phone', [device('Work Phone')])?.code, 'name-taken');
  for (const other of ['work phone', 'Work Phone ', 'Work  Phone']) {
    assert.equal(nameProblem(other, [device('Work Phone')]), undefined);
  }
  assert.equal(nameProblem('e\u0301', [device('\u00e9')]), undefined);
});
