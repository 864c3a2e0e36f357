import { PNG } from 'pngjs';
import { boxAround } from './box.ts';
import { blur } from './distortion/blur.ts';
import { type Pose, photograph, straightBefore } from './distortion/photograph.ts';
import { type Pixels, type SeenSymbol, seeSymbols } from './eye.ts';
import { readSecondly } from './second-reader.ts';

/** Of a module in the view, in pixels, where the symbol is seen well. */
const NEAR = 4;
/** How much wider than the symbol the view is: turned by 45 degrees it is still within. */
const VIEW_PER_SYMBOL = 1.6;
/** Each halves what is left between what can be read and what cannot. */
const HALVINGS = 5;

/** How far a symbol can be distorted, one way at a time, and still be read. */
export interface SymbolMargin {
  /** Out of focus: the standard deviation of the blur, in modules. */
  blurModules: number;
  /** Looked at from the side, in degrees. */
  tiltDegrees: number;
  /** From far away: the smallest module, in pixels of the camera. */
  modulePixels: number;
  /** The phone turned, in degrees; 45 is the most there is for a square. */
  rotationDegrees: number;
}

/** What the phone's eye and the second reader can stand; absent for one that does not read the symbol at all. */
export interface Margins {
  eye: SymbolMargin | undefined;
  second: SymbolMargin | undefined;
}

/** One distortion: the strength that changes nothing, the most that is tried, and how it looks. */
interface Scale {
  none: number;
  most: number;
  digits: number;
  view: (strength: number) => Pixels;
}

type Reads = (view: Pixels) => Promise<boolean>;

/**
 * The first QR code of a PNG picture, photographed worse and worse: how far each of two readers comes. `undefined`
 * where there is none that can be read. The same picture always gives the same figures.
 */
export async function lookAtMargin(png: Uint8Array): Promise<Margins | undefined> {
  const [symbol] = await seeSymbols(png);
  if (!symbol) return undefined;
  const take = cameraBefore(PNG.sync.read(Buffer.from(png)), symbol);
  const near = take(NEAR);
  const scales = scalesOf(take, near);
  const measure = async (reads: Reads) => ((await reads(near)) ? marginOf(scales, reads) : undefined);
  return {
    eye: await measure(async (view) => (await seeSymbols(view)).some(({ text }) => text === symbol.text)),
    second: await measure(async (view) => readSecondly(view) === symbol.text),
  };
}

type Scales = Record<keyof SymbolMargin, Scale>;

function scalesOf(take: Camera, near: Pixels): Scales {
  return {
    blurModules: { none: 0, most: 1, digits: 2, view: once((modules) => blur(near, modules * NEAR)) },
    tiltDegrees: { none: 0, most: 80, digits: 0, view: once((tilt) => take(NEAR, { tilt })) },
    modulePixels: { none: NEAR, most: 0.5, digits: 1, view: once((modulePixels) => take(modulePixels)) },
    rotationDegrees: { none: 0, most: 45, digits: 0, view: once((rotation) => take(NEAR, { rotation })) },
  };
}

async function marginOf(scales: Scales, reads: Reads): Promise<SymbolMargin> {
  return {
    blurModules: await farthest(scales.blurModules, reads),
    tiltDegrees: await farthest(scales.tiltDegrees, reads),
    modulePixels: await farthest(scales.modulePixels, reads),
    rotationDegrees: await farthest(scales.rotationDegrees, reads),
  };
}

/** The greatest strength at which the symbol was read, by halving. */
async function farthest({ none, most, digits, view }: Scale, reads: Reads): Promise<number> {
  if (await reads(view(most))) return most;
  let [readable, unreadable] = [none, most];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const between = (readable + unreadable) / 2;
    if (await reads(view(between))) readable = between;
    else unreadable = between;
  }
  return Number(readable.toFixed(digits));
}

type Camera = (modulePixels: number, held?: Partial<Pose>) => Pixels;

/** Takes the symbol in the middle of a view, in modules of so many pixels. */
function cameraBefore({ width, height, data }: PNG, { corners, modulesPerSide }: SeenSymbol): Camera {
  const picture = { width, height, data: Uint8ClampedArray.from(data) };
  const box = boxAround(corners);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const pageModule = (box.width + box.height) / 2 / modulesPerSide;
  return (modulePixels, held = {}) => {
    const side = Math.ceil(modulesPerSide * modulePixels * VIEW_PER_SYMBOL);
    return photograph(picture, side, {
      ...straightBefore(picture),
      middle,
      scale: modulePixels / pageModule,
      ...held,
    });
  };
}

/** Both readers begin at the same strengths, and taking a picture costs more than reading it. */
function once(view: Scale['view']): Scale['view'] {
  const taken = new Map<number, Pixels>();
  return (strength) => {
    const frame = taken.get(strength) ?? view(strength);
    taken.set(strength, frame);
    return frame;
  };
}
