import qrcode from 'qrcode';

/** As many light modules on each side as the standard asks for. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE_MODULES = 4;
/** The style sheet has them enlarged without smoothing, so that the symbol is sharp on dense displays too. */
const PIXELS_PER_MODULE = 4;

/** Where a PNG says how wide it is. @see PNG (W3C), section "IHDR Image header" */
const WIDTH_AT = 16;

/** A picture to be put into the page itself, so that no address and no cache ever has it; side in CSS pixels. */
export interface QrSymbol {
  dataUri: string;
  sidePixels: number;
}

/** The text as a QR code, dark on light whatever the theme, for not every reader copes with the reverse. */
export async function drawQrSymbol(text: string): Promise<QrSymbol> {
  const options = { errorCorrectionLevel: 'M', margin: QUIET_ZONE_MODULES } as const;
  // Filters serve photographs: a symbol is as small without them, and is drawn in a fifth of the time.
  const rendererOpts: object = { filterType: 0 };
  const png = await qrcode.toBuffer(text, { ...options, scale: PIXELS_PER_MODULE, rendererOpts });
  const dataUri = `data:image/png;base64,${png.toString('base64')}`;
  return { dataUri, sidePixels: png.readUInt32BE(WIDTH_AT) };
}
