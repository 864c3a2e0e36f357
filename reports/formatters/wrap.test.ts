import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEXT_WIDTH, wrap } from './wrap.ts';

test('A text that fits stays on one line', () => {
  assert.equal(wrap('one two', '  '), '  one two');
});

test('A long text is broken between words, and every line is indented', () => {
  const lines = wrap('word '.repeat(60), '    ').split('\n');
  assert.ok(lines.length > 1);
  for (const line of lines) assert.match(line, /^ {4}word( word)*$/);
  assert.ok(Math.max(...lines.map(({ length }) => length)) <= TEXT_WIDTH);
});

test('The first line may begin with something else', () => {
  assert.match(wrap('word '.repeat(30), '    ', 'S1  '), /^S1 {2}word.*\n {4}word/);
});

test('A word wider than the page is left whole', () => {
  const wide = 'w'.repeat(TEXT_WIDTH + 20);
  assert.equal(wrap(`a ${wide} b`, '  '), `  a\n  ${wide}\n  b`);
});
