import { type Box, boxAround } from './box.ts';
import { type Pixels, type SeenSymbol, seeSymbols } from './eye.ts';

/** The part of a view, from each edge, that lies outside the brackets. */
const OUTSIDE_BRACKETS = 0.15;
/** How much wider than the symbol a view is: the symbol then fills a little over half of it, inside the brackets. */
const VIEW_PER_SYMBOL = 1.8;

/** What a camera has in view, with its size in pixels. */
export interface View {
  width: number;
  height: number;
  symbols: SeenSymbol[];
}

/**
 * Holds a phone in front of a picture (PNG), as a person does: the first QR code is then in the middle of the view. In
 * one without any there is nothing to hold it to, and nothing to see.
 */
export async function aimAtSymbol(picture: Uint8Array): Promise<View> {
  const symbols = await seeSymbols(picture);
  const [symbol] = symbols;
  if (!symbol) return { width: 0, height: 0, symbols };
  const { x: left, y: top, width, height } = viewAround(symbol);
  const moved = symbols.map((each) => ({
    ...each,
    corners: each.corners.map(({ x, y }) => ({ x: x - left, y: y - top })),
  }));
  return { width, height, symbols: moved };
}

/** Where the view lies on a picture, beyond its edges perhaps, when a symbol of it is in the middle. */
export function viewAround(symbol: SeenSymbol): Box {
  const { x, y, width, height } = boxAround(symbol.corners);
  const side = Math.ceil(Math.max(width, height) * VIEW_PER_SYMBOL);
  return {
    x: Math.round(x + width / 2 - side / 2),
    y: Math.round(y + height / 2 - side / 2),
    width: side,
    height: side,
  };
}

/** The view of a camera that is held still. */
export async function viewOf(frame: Pixels): Promise<View> {
  return { width: frame.width, height: frame.height, symbols: await seeSymbols(frame) };
}

/** The symbols of a view that lie wholly within the brackets. @see the documented flow, sentence S16 */
export function withinBrackets({ width, height, symbols }: View): SeenSymbol[] {
  const inside = (at: number, size: number) => at >= size * OUTSIDE_BRACKETS && at <= size * (1 - OUTSIDE_BRACKETS);
  return symbols.filter(({ corners }) => corners.every(({ x, y }) => inside(x, width) && inside(y, height)));
}
