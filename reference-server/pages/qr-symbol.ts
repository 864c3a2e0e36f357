import { PNG, type PNGOptions } from 'pngjs';
import qrcode, { type QRCode, type QRCodeSegment } from 'qrcode';

/** As many light modules on each side as the standard asks for. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE_MODULES = 4;
/** The style sheet has them enlarged without smoothing, so that the symbol is sharp on dense displays too. */
const PIXELS_PER_MODULE = 4;

/** One byte a pixel, and filters, which serve photographs, left out: written in a quarter of the time of colours. */
const GREYS: PNGOptions = {
  colorType: 0,
  inputColorType: 0,
  inputHasAlpha: false,
  bitDepth: 8,
  filterType: 0,
  deflateLevel: 1,
};
const LIGHT = 255;
const DARK = 0;

/** A picture to be put into the page itself, so that no address and no cache ever has it; side in CSS pixels. */
export interface QrSymbol {
  dataUri: string;
  sidePixels: number;
}

/** The text as a QR code, dark on light whatever the theme, for not every reader copes with the reverse. */
export async function drawQrSymbol(text: string): Promise<QrSymbol> {
  // As bytes, and not divided into what is shorter as letters and digits: finding that out takes longer than the rest.
  const segments: QRCodeSegment[] = [{ data: Buffer.from(text), mode: 'byte' }];
  const { modules } = qrcode.create(segments, { errorCorrectionLevel: 'M' });
  const sidePixels = (modules.size + 2 * QUIET_ZONE_MODULES) * PIXELS_PER_MODULE;
  const picture = new PNG({ ...GREYS, width: sidePixels, height: sidePixels });
  picture.data = greysOf(modules, sidePixels);
  const png = PNG.sync.write(picture, GREYS);
  return { dataUri: `data:image/png;base64,${png.toString('base64')}`, sidePixels };
}

/** One byte a pixel, row by row. */
function greysOf({ data, size }: QRCode['modules'], sidePixels: number): Buffer {
  const greys = Buffer.alloc(sidePixels * sidePixels, LIGHT);
  for (let y = 0; y < size; y += 1) {
    const row = (y + QUIET_ZONE_MODULES) * PIXELS_PER_MODULE * sidePixels;
    drawRow(data.subarray(y * size, (y + 1) * size), greys.subarray(row, row + sidePixels));
    for (let copy = 1; copy < PIXELS_PER_MODULE; copy += 1)
      greys.copyWithin(row + copy * sidePixels, row, row + sidePixels);
  }
  return greys;
}

function drawRow(modules: Uint8Array, greys: Buffer): void {
  modules.forEach((isDark, x) => {
    const left = (x + QUIET_ZONE_MODULES) * PIXELS_PER_MODULE;
    if (isDark) greys.fill(DARK, left, left + PIXELS_PER_MODULE);
  });
}
