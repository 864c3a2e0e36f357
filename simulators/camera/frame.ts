import { PNG } from 'pngjs';
import qrcode from 'qrcode';

/** Pixels along each side of a frame. */
const SIDE = 660;
/** Outside the brackets a symbol has to be small to fit between them and the edge of the view. */
const LARGEST = { 'within the brackets': 450, 'outside the brackets': 98 } as const;
/** Light around a symbol, in modules. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE = 4;

const LIGHT = 0xff;
const DARK = Buffer.from([0, 0, 0, 0xff]);

/** A QR code somewhere in the camera's view. */
export interface PlacedSymbol {
  text: string;
  where: keyof typeof LARGEST;
}

/** What the camera sees (PNG): one QR code, or one of each place. @throws Error when a text is too long for any symbol */
export function drawFrame(symbols: PlacedSymbol[]): Uint8Array {
  const frame = new PNG({ width: SIDE, height: SIDE });
  frame.data.fill(LIGHT);
  for (const { text, where } of symbols) drawSymbol(frame, text, where);
  return PNG.sync.write(frame, { filterType: 0, deflateLevel: 1 });
}

function drawSymbol(frame: PNG, text: string, where: PlacedSymbol['where']): void {
  // Any mask can be read; to try all eight for the best one would take longer than everything else here.
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'L', maskPattern: 0 });
  const scale = Math.floor(LARGEST[where] / (modules.size + 2 * QUIET_ZONE));
  const corner = where === 'within the brackets' ? Math.round((SIDE - modules.size * scale) / 2) : QUIET_ZONE * scale;
  for (const [index, isDark] of modules.data.entries()) {
    const x = corner + (index % modules.size) * scale;
    if (isDark) paintSquare(frame, { x, y: corner + Math.floor(index / modules.size) * scale, side: scale });
  }
}

function paintSquare({ data }: PNG, { x, y, side }: { x: number; y: number; side: number }): void {
  for (let row = y; row < y + side; row += 1) {
    data.fill(DARK, (row * SIDE + x) * DARK.length, (row * SIDE + x + side) * DARK.length);
  }
}
