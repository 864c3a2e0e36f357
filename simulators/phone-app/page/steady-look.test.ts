import assert from 'node:assert/strict';
import { test } from 'node:test';
import { photograph, straightBefore } from '../../camera/distortion/photograph.ts';
import { sensorNoise } from '../../camera/distortion/sensor-noise.ts';
import { drawFrame } from '../../camera/frame.ts';
import { LOOKS, readWithinBrackets } from './brackets.ts';
import { SteadyLook } from './steady-look.ts';

const SHARP = drawFrame([{ text: 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ', where: 'within the brackets' }], {
  finer: 2,
});
const WALL = { ...SHARP, data: new Uint8ClampedArray(SHARP.data.length).fill(255) };

test('what can be read in one way only is read in a few looks, and stays in view from look to look', () => {
  const noisy = sensorNoise(SHARP, { deviation: 75, seed: 3 });
  const ways = Array.from({ length: LOOKS }, (_, look) => readWithinBrackets(noisy, look));
  assert.ok(ways.includes(undefined) && ways.some((text) => text !== undefined), String(ways));
  const look = new SteadyLook();
  const first = Array.from({ length: LOOKS }, () => look.at(noisy));
  const later = Array.from({ length: 2 * LOOKS }, () => look.at(noisy));
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
  const upright = look.at(SHARP);
  const other = drawFrame([{ text: 'otpauth://totp/b?secret=GEZDGNBVGY3TQOJQ', where: 'within the brackets' }]);
  assert.notEqual(look.at(photograph(other, other.width, straightBefore(other))), upright);
});
