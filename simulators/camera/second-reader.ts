import jsQrModule from 'jsqr';
import type { Pixels } from './eye.ts';

// The package is CommonJS with a default export of its own, which Node hands over one level down.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

/** The text of a QR code in a picture, as a reader sees it that shares nothing with the phone's eye. */
export function readSecondly({ data, width, height }: Pixels): string | undefined {
  return jsQr(data, width, height)?.data;
}
