import { PNG } from 'pngjs';
import { viewAround } from '../../simulators/camera/aim.ts';
import { boxAround } from '../../simulators/camera/box.ts';
import { type Pixels, seeSymbols } from '../../simulators/camera/eye.ts';

/**
 * How much of the view a symbol takes when the phone is held at it, of its height: first as most apps draw their
 * brackets, then from farther away, as a person does when nothing happens.
 */
const DISTANCES = [1, 1.5] as const;

/** What the camera sees of a picture (PNG) when it is held at its first QR code: from near, then from farther away. */
export async function holdBefore(picture: Uint8Array): Promise<Pixels[]> {
  const [symbol] = await seeSymbols(picture);
  const page = PNG.sync.read(Buffer.from(picture));
  if (!symbol) return [pixelsOf(page)];
  const { x, y, width, height } = boxAround(symbol.corners);
  const { width: near } = viewAround(symbol);
  return DISTANCES.map((distance) => {
    const side = Math.round(near * distance);
    return cut(page, { x: Math.round(x + (width - side) / 2), y: Math.round(y + (height - side) / 2), side });
  });
}

/** A square of a page; white beyond its edges. */
function cut(page: PNG, { x: left, y: top, side }: { x: number; y: number; side: number }): Pixels {
  const view = new PNG({ width: side, height: side });
  view.data.fill(0xff);
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
  const [width, height] = [Math.min(left + side, page.width) - x, Math.min(top + side, page.height) - y];
  PNG.bitblt(page, view, x, y, width, height, x - left, y - top);
  return pixelsOf(view);
}

function pixelsOf({ width, height, data }: PNG): Pixels {
  return { width, height, data: Uint8ClampedArray.from(data) };
}
