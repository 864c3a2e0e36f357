import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawLines } from './draw-lines.ts';

test('every line is drawn, whatever its letters, and a long one is cut', () => {
  const svg = drawLines(['<b> & "you"', 'x'.repeat(200)]);
  assert.deepEqual(
    [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text),
    ['&#60;b&#62; &#38; &#34;you&#34;', `${'x'.repeat(70)}…`],
  );
});
