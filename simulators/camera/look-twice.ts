import { PNG } from 'pngjs';
import { viewAround } from './aim.ts';
import { type SeenSymbol, seeSymbols } from './eye.ts';
import { readSecondly } from './second-reader.ts';

/** What two independent readers make of one picture. `secondReader` is undefined when it reads nothing. */
export interface Sighting {
  symbols: SeenSymbol[];
  secondReader: string | undefined;
}

/**
 * A PNG picture read by two decoders: a symbol that only one of them can read is on the edge of what phones read. The
 * second is shown what lies around the symbol, as a person would hold the phone, for it is slow on whole pages.
 */
export async function lookTwice(png: Uint8Array): Promise<Sighting> {
  const symbols = await seeSymbols(png);
  const page = PNG.sync.read(Buffer.from(png));
  const { data, width, height } = symbols[0] ? cutAround(page, symbols[0]) : page;
  return { symbols, secondReader: readSecondly({ data: Uint8ClampedArray.from(data), width, height }) };
}

/** What of a page is seen by a phone that is held to a symbol; white beyond its edges. */
function cutAround(page: PNG, symbol: SeenSymbol): PNG {
  const { x: left, y: top, width: side } = viewAround(symbol);
  const cut = new PNG({ width: side, height: side });
  cut.data.fill(0xff);
  const x = Math.max(left, 0);
  const y = Math.max(top, 0);
  const width = Math.min(left + side, page.width) - x;
  const height = Math.min(top + side, page.height) - y;
  PNG.bitblt(page, cut, x, y, width, height, x - left, y - top);
  return cut;
}
