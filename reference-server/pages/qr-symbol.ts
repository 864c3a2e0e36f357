import qrcode from 'qrcode';

/** As many light modules on each side as the standard asks for. @see ISO/IEC 18004, "Quiet zone" */
const QUIET_ZONE_MODULES = 4;
/** On the page; the picture itself has twice as many, so that it is sharp on dense displays too. */
const PIXELS_PER_MODULE = 4;

/** A picture to be put into the page itself, so that no address and no cache ever has it; side in CSS pixels. */
export interface QrSymbol {
  dataUri: string;
  sidePixels: number;
}

/** The text as a QR code, dark on light whatever the theme, for not every reader copes with the reverse. */
export async function drawQrSymbol(text: string): Promise<QrSymbol> {
  const options = { errorCorrectionLevel: 'M', margin: QUIET_ZONE_MODULES } as const;
  const modules = qrcode.create(text, options).modules.size + 2 * QUIET_ZONE_MODULES;
  const dataUri = await qrcode.toDataURL(text, { ...options, scale: 2 * PIXELS_PER_MODULE });
  return { dataUri, sidePixels: modules * PIXELS_PER_MODULE };
}
