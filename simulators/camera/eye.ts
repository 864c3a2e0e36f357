import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** One symbol in a picture: its text, and its corners in pixels of that picture. */
export interface SeenSymbol {
  text: string;
  corners: { x: number; y: number }[];
  modulesPerSide: number;
  /** Light modules on a dark ground, which not every camera can read. */
  isInverted: boolean;
}

/** A picture as a camera has it: four bytes a pixel, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** PNG, or what a camera has. */
type Seen = Uint8Array | Pixels;

// Without this the module would fetch its WebAssembly from a public server.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });

/** All QR codes of a picture, as zxing sees them: the phone's eye. One picture is looked at once. */
export function seeSymbols(picture: Seen): Promise<SeenSymbol[]> {
  const seen = sightings.get(picture) ?? decode(picture);
  sightings.set(picture, seen);
  return seen;
}

/** Whether there is a QR code in a picture. */
export async function showsSymbol(picture: Seen): Promise<boolean> {
  return (await seeSymbols(picture)).length > 0;
}

type Read = Awaited<ReturnType<typeof readBarcodes>>;

/** Finds what is plain to see in a fraction of the time, which is nearly all; who finds nothing looks harder. */
const QUICKLY: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
};

async function read(picture: Seen, options: ReaderOptions): Promise<Read> {
  const found = (await readBarcodes(picture as Uint8Array | ImageData, options)).filter(({ isValid }) => isValid);
  return found.length > 0 || options.tryHarder ? found : read(picture, { formats: ['QRCode'], tryHarder: true });
}

const sightings = new WeakMap<Seen, Promise<SeenSymbol[]>>();

async function decode(picture: Seen): Promise<SeenSymbol[]> {
  return (await read(picture, QUICKLY)).map(({ text, position, extra, isInverted }) => ({
    text,
    corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
    modulesPerSide: modulesOf(extra),
    isInverted,
  }));
}

/** @see ISO/IEC 18004, section 6.1: 21 modules on each side of version 1, and four more with each version */
function modulesOf(extra: string): number {
  const { Version } = JSON.parse(extra) as { Version: string | number };
  return 17 + 4 * Number(Version);
}
