import jsQrModule from 'jsqr';
import type { Pixels, SeenSymbol } from '../../camera/eye.ts';
import { bracketsIn, type Square } from './brackets.ts';

const jsQr = jsQrModule as unknown as typeof jsQrModule.default;
const LIGHT = 255;

/**
 * Takes the place of the phone's eye in the page, for a known defect that looks everywhere: what lies around the
 * brackets, and what lies within. A right app looks within them alone.
 */
export async function seeSymbols(view: Pixels): Promise<SeenSymbol[]> {
  const brackets = bracketsIn(view.width);
  return [blank(view, brackets, true), blank(view, brackets, false)].flatMap(symbolsIn);
}

function symbolsIn({ data, width, height }: Pixels): SeenSymbol[] {
  const found = jsQr(data, width, height);
  if (!found) return [];
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner];
  return [{ text: found.data, corners, modulesPerSide: 17 + 4 * found.version, isInverted: false }];
}

/** The view without what lies within the brackets, or without the rest. */
function blank({ data, width, height }: Pixels, { left, top, side }: Square, within: boolean): Pixels {
  const isWithin = (at: number) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x >= left && x < left + side && y >= top && y < top + side;
  };
  const kept = Uint8ClampedArray.from(data);
  for (let at = 0; at < width * height; at += 1) if (isWithin(at) === within) kept.fill(LIGHT, at * 4, at * 4 + 4);
  return { width, height, data: kept };
}
