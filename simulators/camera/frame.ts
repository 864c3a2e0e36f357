import qrcode from 'qrcode';
import type { Pixels } from './eye.ts';

/** How much of a frame's side a symbol may take: outside the brackets it has to fit between them and the edge. */
const LARGEST = { 'within the brackets': 0.68, 'outside the brackets': 0.148 } as const;
/** Along each side of a module, at least: as few as can be read, for the time it takes goes by how many there are. */
const PIXELS = { 'within the brackets': 3, 'outside the brackets': 1 } as const;
/** Light around a symbol, in modules. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE = 4;

const LIGHT = 0xffffffff;
const DARK = 0xff000000;

/** The corners of the view, each by which way it lies from the brackets: right and down of their middle, 0 or 1. */
export const CORNERS = {
  'above and left': [0, 0],
  'above and right': [1, 0],
  'below and left': [0, 1],
  'below and right': [1, 1],
} as const;
export type Corner = keyof typeof CORNERS;

/** A QR code somewhere in the camera's view. */
export interface PlacedSymbol {
  text: string;
  where: keyof typeof LARGEST;
  /** Where outside; above and left, if nothing is said. */
  corner?: Corner;
}

/** How a frame is drawn where more is wanted of it than to be read quickly. */
interface Drawing {
  /** How many times as many pixels a module has. */
  finer?: number;
  errorCorrection?: qrcode.QRCodeErrorCorrectionLevel;
}

type Placed = Omit<PlacedSymbol, 'text'> & { modules: qrcode.QRCode['modules'] };

/** What the camera sees: one QR code, or one of each place. @throws Error when a text is too long for any symbol */
export function drawFrame(symbols: PlacedSymbol[], { finer = 1, errorCorrection = 'L' }: Drawing = {}): Pixels {
  // Any mask can be read; to try all eight for the best one would take longer than everything else here.
  const placed = symbols.map(({ text, ...place }) => ({
    ...place,
    modules: qrcode.create(text, { errorCorrectionLevel: errorCorrection, maskPattern: 0 }).modules,
  }));
  const side = Math.max(
    ...placed.map(({ modules, where }) => Math.ceil((finer * PIXELS[where] * widthOf(modules)) / LARGEST[where])),
  );
  const pixels = new Uint32Array(side * side).fill(LIGHT);
  for (const symbol of placed) drawSymbol(pixels, side, symbol);
  return { width: side, height: side, data: new Uint8ClampedArray(pixels.buffer) };
}

function widthOf({ size }: Placed['modules']): number {
  return size + 2 * QUIET_ZONE;
}

function drawSymbol(pixels: Uint32Array, side: number, { modules, where, corner = 'above and left' }: Placed): void {
  const scale = Math.floor((LARGEST[where] * side) / widthOf(modules));
  const room = side - modules.size * scale;
  const margin = QUIET_ZONE * scale;
  const middle = Math.round(room / 2);
  const isWithin = where === 'within the brackets';
  const [right, down] = CORNERS[corner];
  const along = (end: number) => (isWithin ? middle : margin + end * (room - 2 * margin));
  for (const [index, isDark] of modules.data.entries()) {
    if (!isDark) continue;
    const x = along(right) + (index % modules.size) * scale;
    const y = along(down) + Math.floor(index / modules.size) * scale;
    for (let row = y; row < y + scale; row += 1) pixels.fill(DARK, row * side + x, row * side + x + scale);
  }
}
