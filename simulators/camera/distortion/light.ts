import type { Pixels } from '../eye.ts';
import { eachPixel } from '../pixels.ts';

/** The reflection of a lamp on a screen. */
export interface Glare {
  /** Its middle, in pixels of the frame. */
  x: number;
  y: number;
  /** Of the bell curve by which it fades, in pixels. */
  deviation: number;
  /** Added in its middle, where 255 drowns everything. */
  brightness: number;
}

/** A frame with a reflection on it. */
export function glare(frame: Pixels, { x, y, deviation, brightness }: Glare): Pixels {
  return eachPixel(frame, (value, at) => {
    const distance = ((at % frame.width) + 0.5 - x) ** 2 + (Math.floor(at / frame.width) + 0.5 - y) ** 2;
    return value + brightness * Math.exp(-distance / (2 * deviation ** 2));
  });
}

/** A frame to which little light came. @param share of the light, 0 to 1 */
export function lowLight(frame: Pixels, share: number): Pixels {
  return eachPixel(frame, (value) => value * share);
}
