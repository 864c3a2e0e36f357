import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawScreen } from './picture.ts';
import { screenAt } from './screens.ts';

/** What a person reads in the picture, line by line. */
function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

test('title, message and everything that can be tapped are drawn', () => {
  const lines = linesOf(drawScreen(screenAt('verify device', { message: 'A message' }), false));
  assert.deepEqual(lines, ['Verify device', 'A message', 'Cancel', 'Scan QR']);
});

test('a long message is broken between words, and a long word within it; nothing is lost', () => {
  const message = `The device named ${'x'.repeat(70)} is not on the list of this account`;
  const lines = linesOf(drawScreen(screenAt('signed out', { message }), false));
  assert.ok(lines.every((line) => line.length <= 32));
  assert.ok(lines.join('').replaceAll(' ', '').includes(message.replaceAll(' ', '')));
});

test('brackets are drawn where the camera looks, dots where a code is', () => {
  assert.match(drawScreen(screenAt('scanning'), false), /\u231c.*\u231f/);
  assert.ok(linesOf(drawScreen(screenAt('one-time code'), true)).includes('••• •••'));
});
