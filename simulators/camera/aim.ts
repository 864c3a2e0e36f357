import { PNG } from 'pngjs';
import { boxAround } from './box.ts';
import { type SeenSymbol, seeSymbols } from './eye.ts';

/** The part of a frame, from each edge, that lies outside the brackets. */
const OUTSIDE_BRACKETS = 0.15;
/** How much wider than the symbol a frame is: the symbol then fills a little over half of it, inside the brackets. */
const FRAME_PER_SYMBOL = 1.8;

/**
 * Holds a phone in front of a picture, as a person does: the frame (PNG) has the first QR code in its middle. A picture
 * without one is seen whole.
 */
export async function aimAtSymbol(picture: Uint8Array): Promise<Uint8Array> {
  const [symbol] = await seeSymbols(picture);
  if (!symbol) return picture;
  const page = PNG.sync.read(Buffer.from(picture));
  const box = boxAround(symbol.corners);
  const side = Math.ceil(Math.max(box.width, box.height) * FRAME_PER_SYMBOL);
  const frame = new PNG({ width: side, height: side });
  frame.data.fill(0xff);
  const left = Math.round(box.x + box.width / 2 - side / 2);
  const top = Math.round(box.y + box.height / 2 - side / 2);
  const x = Math.max(left, 0);
  const y = Math.max(top, 0);
  const width = Math.min(left + side, page.width) - x;
  const height = Math.min(top + side, page.height) - y;
  PNG.bitblt(page, frame, x, y, width, height, x - left, y - top);
  return PNG.sync.write(frame, { filterType: 0, deflateLevel: 1 });
}

/** The symbols of a frame that lie wholly within the brackets. @see the documented flow, sentence S16 */
export async function seeWithinBrackets(frame: Uint8Array): Promise<SeenSymbol[]> {
  const { width, height } = sizeOf(frame);
  const inside = (at: number, size: number) => at >= size * OUTSIDE_BRACKETS && at <= size * (1 - OUTSIDE_BRACKETS);
  const symbols = await seeSymbols(frame);
  return symbols.filter(({ corners }) => corners.every(({ x, y }) => inside(x, width) && inside(y, height)));
}

/** Width and height stand in the first chunk. @see PNG (W3C), section "IHDR Image header" */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
