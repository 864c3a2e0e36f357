import type { Pixels } from './eye.ts';

const COLOURS = 3;

/** A new value for a colour of a pixel. @param colour 0 to 2, red, green and blue */
type Change = (value: number, pixel: number, colour: number) => number;

/** A frame with another value for each colour of each pixel; what is beyond 0 and 255 is cut off. */
export function eachPixel(frame: Pixels, change: Change): Pixels {
  const data = Uint8ClampedArray.from(frame.data);
  for (let at = 0; at < data.length; at += 1) {
    const colour = at % 4;
    if (colour < COLOURS) data[at] = change(data[at] as number, at >> 2, colour);
  }
  return { ...frame, data };
}
