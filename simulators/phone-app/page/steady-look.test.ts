import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blur } from '../../camera/distortion/blur.ts';
import { drawFrame } from '../../camera/frame.ts';
import { LOOKS, readWithinBrackets } from './brackets.ts';
import { SteadyLook } from './steady-look.ts';

const SHARP = drawFrame([{ text: 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ', where: 'within the brackets' }], {
  finer: 2,
});
const WALL = { ...SHARP, data: new Uint8ClampedArray(SHARP.data.length).fill(255) };

test('what can be read in one way only is read in a few looks, and stays in view from look to look', () => {
  const blurred = blur(SHARP, 2.85);
  const ways = Array.from({ length: LOOKS }, (_, look) => readWithinBrackets(blurred, look));
  assert.ok(ways.includes(undefined) && ways.some((text) => text !== undefined), String(ways));
  const look = new SteadyLook();
  const first = Array.from({ length: LOOKS }, () => look.at(blurred));
  const later = Array.from({ length: 2 * LOOKS }, () => look.at(blurred));
  assert.ok(first.includes('otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ'));
  assert.equal(new Set(later).size, 1);
});

test('what has left the view is gone once every way was tried', () => {
  const look = new SteadyLook();
  assert.ok(look.at(SHARP));
  const texts = Array.from({ length: LOOKS }, () => look.at(WALL));
  assert.equal(texts.at(-1), undefined);
});

test('another code takes the place of the one before at once', () => {
  const look = new SteadyLook();
  assert.equal(look.at(SHARP), 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ');
  const text = 'otpauth://totp/b?secret=GEZDGNBVGY3TQOJQ';
  assert.equal(look.at(drawFrame([{ text, where: 'within the brackets' }])), text);
});
