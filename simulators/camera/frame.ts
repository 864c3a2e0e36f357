import { PNG } from 'pngjs';
import qrcode from 'qrcode';

/** Pixels along each side of a frame. */
const SIDE = 1200;
/** Outside the brackets a symbol has to be small to fit between them and the edge of the view. */
const LARGEST = { 'within the brackets': 640, 'outside the brackets': 170 } as const;
/** Light around a symbol, in modules. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE = 4;

/** A QR code somewhere in the camera's view. */
export interface PlacedSymbol {
  text: string;
  where: keyof typeof LARGEST;
}

/** What the camera sees (PNG): one QR code, or one of each place. @throws Error when a text is too long for any symbol */
export async function drawFrame(symbols: PlacedSymbol[]): Promise<Uint8Array> {
  const frame = new PNG({ width: SIDE, height: SIDE });
  frame.data.fill(0xff);
  for (const { text, where } of symbols) {
    const symbol = await drawSymbol(text, LARGEST[where]);
    const at = where === 'within the brackets' ? Math.round((SIDE - symbol.width) / 2) : 0;
    PNG.bitblt(symbol, frame, 0, 0, symbol.width, symbol.height, at, at);
  }
  return PNG.sync.write(frame, { filterType: 0, deflateLevel: 1 });
}

async function drawSymbol(text: string, largest: number): Promise<PNG> {
  const errorCorrectionLevel = 'L';
  const modules = qrcode.create(text, { errorCorrectionLevel }).modules.size + 2 * QUIET_ZONE;
  const scale = Math.floor(largest / modules);
  return PNG.sync.read(await qrcode.toBuffer(text, { errorCorrectionLevel, margin: QUIET_ZONE, scale }));
}
