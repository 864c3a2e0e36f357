import jsQrModule from 'jsqr';
import type { Pixels } from '../../camera/eye.ts';

// The package is CommonJS with a default export of its own, which lies one level down.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

/** How much of the view's side the brackets enclose, in the middle; as wide as they are drawn in `app.css`. */
const BRACKETS = 0.7;

/** A square of a view, in pixels. */
export interface Square {
  left: number;
  top: number;
  side: number;
}

/** Where the brackets lie in a square view. */
export function bracketsIn(side: number): Square {
  const within = Math.round(side * BRACKETS);
  const edge = Math.round((side - within) / 2);
  return { left: edge, top: edge, side: within };
}

/** The text of the QR code within the brackets, if there is one: of all else nothing is looked at. */
export function readWithinBrackets(view: Pixels): string | undefined {
  const { data, side } = cut(view, bracketsIn(view.width));
  return jsQr(data, side, side)?.data;
}

function cut({ width, data }: Pixels, { left, top, side }: Square): { data: Uint8ClampedArray; side: number } {
  const part = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    const from = ((top + row) * width + left) * 4;
    part.set(data.subarray(from, from + side * 4), row * side * 4);
  }
  return { data: part, side };
}
