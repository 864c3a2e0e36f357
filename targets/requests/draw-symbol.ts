import qrcode from 'qrcode';

/** A QR code (PNG) with this text, for our own camera: nothing is told by it of how the portal draws its own. */
export function drawSymbol(text: string): Promise<Uint8Array> {
  return qrcode.toBuffer(text, { errorCorrectionLevel: 'L', margin: 4, scale: 4 });
}
