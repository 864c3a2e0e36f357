// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such texts are what is expanded
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandEnvironment, UnsetVariable } from './expand-environment.ts';

test('variables are put in wherever a text is, and nothing else is changed', () => {
  const env = { NAME: 'ada', WORD: 'pa$$${NAME}' };
  const file = { accounts: [{ username: '${NAME}', password: '<${WORD}>' }], port: 80, isOpen: true, none: null };
  assert.deepEqual(expandEnvironment(file, env), {
    accounts: [{ username: 'ada', password: '<pa$$${NAME}>' }],
    port: 80,
    isOpen: true,
    none: null,
  });
});

test('what is escaped, or no name of a variable, is taken as it is', () => {
  const texts = ['$${NAME}', '$NAME', '${}', '${1}', '$$', '{{NAME}}', '${NAME'];
  assert.deepEqual(expandEnvironment(texts, {}), ['${NAME}', '$NAME', '${}', '${1}', '$$', '{{NAME}}', '${NAME']);
});

test('a variable that is not set, or empty, is named with its place in the file and what to do', () => {
  const file = { accounts: [{ username: 'ada', password: '${ADA_WORD}' }] };
  const path = ['accounts', 0, 'password'];
  const names = (got: RegExp) => (error: unknown) =>
    error instanceof UnsetVariable && got.test(error.message) && assert.deepEqual(error.path, path) === undefined;
  const message = /^accounts\[0\]\.password: wanted the environment variable ADA_WORD, got none.*export ADA_WORD=/;
  assert.throws(() => expandEnvironment(file, {}), names(message));
  assert.throws(() => expandEnvironment(file, { ADA_WORD: '' }), names(/got an empty one; set it/));
});
