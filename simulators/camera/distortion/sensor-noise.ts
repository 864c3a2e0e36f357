import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Pixels } from '../eye.ts';
import { eachPixel } from '../pixels.ts';

/** How a sensor errs. */
export interface Noise {
  /** Of the brightness of a pixel, normally distributed, where white is 255. */
  deviation: number;
  /** A whole number: the same seed gives the same noise. */
  seed: number;
}

/** A frame as a sensor has it: each pixel brighter or darker than it should be. */
export function sensorNoise(frame: Pixels, { deviation, seed }: Noise): Pixels {
  const chance = xoroshiro128plus(seed);
  const errors = Float64Array.from({ length: frame.width * frame.height }, () => {
    // Box and Muller: two even numbers make one that is normally distributed.
    const distance = Math.sqrt(-2 * Math.log(1 - uniformFloat64(chance)));
    return deviation * distance * Math.cos(2 * Math.PI * uniformFloat64(chance));
  });
  return eachPixel(frame, (value, pixel) => value + (errors[pixel] as number));
}
