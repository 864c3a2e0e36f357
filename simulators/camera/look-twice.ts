import jsQrModule from 'jsqr';
import { PNG } from 'pngjs';
import { aimAtSymbol } from './aim.ts';
import { type SeenSymbol, seeSymbols } from './eye.ts';

/** What two independent readers make of one picture. `secondReader` is undefined when it reads nothing. */
export interface Sighting {
  symbols: SeenSymbol[];
  secondReader: string | undefined;
}

// The package is CommonJS with a default export of its own, which Node hands over one level down.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

/**
 * A PNG picture read by two decoders: a symbol that only one of them can read is on the edge of what phones read. The
 * second is shown what lies around the symbol, as a person would hold the phone, for it is slow on whole pages.
 */
export async function lookTwice(png: Uint8Array): Promise<Sighting> {
  const { data, width, height } = PNG.sync.read(Buffer.from(await aimAtSymbol(png)));
  return { symbols: await seeSymbols(png), secondReader: jsQr(Uint8ClampedArray.from(data), width, height)?.data };
}
