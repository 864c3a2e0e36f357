import jsQrModule from 'jsqr';
import { blur } from '../../camera/distortion/blur.ts';
import { photograph, straightBefore } from '../../camera/distortion/photograph.ts';
import type { Pixels } from '../../camera/eye.ts';
import { sharpen } from '../../camera/sharpen.ts';

// The package is CommonJS with a default export of its own, which lies one level down.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

/** How much of the view's side the brackets enclose, in the middle; as wide as they are drawn in `app.css`. */
const BRACKETS = 0.7;
/** Against noise, in pixels: about a third of a module that is far away. */
const SOFTLY = 1;
/** The reader sees some symbols better from farther away. */
const FARTHER = 0.75;

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

type Way = (within: Pixels, view: Pixels) => string | undefined;

/** What else is tried with a view in which nothing can be read as it is: each helps where the others do not. */
const OTHER_WAYS: readonly Way[] = [
  (within) => read(blur(within, SOFTLY)),
  (within) => read(fartherAway(within)),
  (within) => read(sharpen(within)),
  (_, view) => readWhole(view),
];

/** After so many looks at a view everything has been tried with it. */
export const LOOKS = OTHER_WAYS.length;

/**
 * The text of the QR code within the brackets, if there is one that can be read; of what lies outside of them nothing is
 * ever told. One look has to be quick, for a hand waits: the view is read as it is, and then in one other way, which is
 * another for each look.
 */
export function readWithinBrackets(view: Pixels, look: number): string | undefined {
  const within = cut(view, bracketsIn(view.width));
  return read(within, 'attemptBoth') ?? OTHER_WAYS[look % LOOKS]?.(within, view);
}

function read({ data, width }: Pixels, inversionAttempts: 'dontInvert' | 'attemptBoth' = 'dontInvert') {
  return jsQr(data, width, width, { inversionAttempts })?.data;
}

/** What the brackets cut off of the light around a symbol is seen here; the symbol has to lie within them. */
function readWhole(view: Pixels): string | undefined {
  const found = jsQr(view.data, view.width, view.height);
  if (!found) return undefined;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  const { left, side } = bracketsIn(view.width);
  const isInside = (at: number) => at >= left && at <= left + side;
  const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner];
  return corners.every(({ x, y }) => isInside(x) && isInside(y)) ? found.data : undefined;
}

function fartherAway(within: Pixels): Pixels {
  return photograph(within, Math.round(within.width * FARTHER), { ...straightBefore(within), scale: FARTHER });
}

function cut({ width, data }: Pixels, { left, top, side }: Square): Pixels {
  const part = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    const from = ((top + row) * width + left) * 4;
    part.set(data.subarray(from, from + side * 4), row * side * 4);
  }
  return { width: side, height: side, data: part };
}
