import { blur } from './distortion/blur.ts';
import type { Pixels } from './eye.ts';
import { eachPixel } from './pixels.ts';

/** Of the blur that is taken off, in pixels. */
const DEVIATION = 2;
/** How often its difference is added. */
const AMOUNT = 2;

/** A frame with less blur, and more noise: what a blur takes from it is added to it (unsharp masking). */
export function sharpen(frame: Pixels): Pixels {
  const blurred = blur(frame, DEVIATION).data;
  return eachPixel(frame, (value, at, colour) => value + AMOUNT * (value - (blurred[at * 4 + colour] as number)));
}
