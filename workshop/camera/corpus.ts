import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { blur } from '../../simulators/camera/distortion/blur.ts';
import { glare, lowLight } from '../../simulators/camera/distortion/light.ts';
import { type Pose, photograph, straightBefore } from '../../simulators/camera/distortion/photograph.ts';
import { sensorNoise } from '../../simulators/camera/distortion/sensor-noise.ts';
import type { Pixels } from '../../simulators/camera/eye.ts';
import { drawFrame, type PlacedSymbol } from '../../simulators/camera/frame.ts';
import { eachPixel } from '../../simulators/camera/pixels.ts';
import { oneOf, registrationText } from './registration-texts.ts';

/** Of a view, in pixels. */
const SIDE = 640;
/** Of a module of a drawn symbol within the brackets, in pixels. */
const DRAWN_MODULE = 6;
/** Of a module where two symbols have to have room, in pixels. */
const SMALL_MODULE = { least: 2.6, most: 3.4 };
/** What a drawn symbol takes of its picture's side, with its margin. */
const WITH_MARGIN = 0.68;

/** What a camera has in view, and the texts that are in it. */
export interface CorpusFrame {
  frame: Pixels;
  within?: string;
  outside?: string;
}

type Distort = (chance: RandomGenerator) => CorpusFrame;

/** Each way in which a view is less than perfect, from hardly to beyond what can be read. */
const DISTORTIONS = {
  distance: (chance) => seenAs(chance, { modulePixels: between(1, 4, chance) }),
  rotation: (chance) => seenAs(chance, { rotation: between(0, 360, chance) }),
  tilt: (chance) => seenAs(chance, { tilt: between(10, 65, chance), tiltedSide: between(0, 360, chance) }),
  blur: (chance) => changed(seenAs(chance), (frame) => blur(frame, between(0.5, 3.5, chance))),
  glare: (chance) => changed(seenAs(chance), (frame) => glare(frame, lamp(chance, 255))),
  'sensor noise': (chance) => changed(seenAs(chance), (frame) => noisy(frame, between(5, 60, chance), chance)),
  'low light': (chance) =>
    changed(seenAs(chance), (frame) => noisy(lowLight(frame, between(0.02, 0.3, chance)), 2, chance)),
  'two codes in view': (chance) => quarterTurned(twoCodes(chance), chance),
  'a code outside the brackets': (chance) => quarterTurned(codeOutside(chance), chance),
  'all of it, mildly': (chance) => changed(inTheHand(chance), (frame) => mildly(frame, chance)),
} as const satisfies Record<string, Distort>;

export type Distortion = keyof typeof DISTORTIONS;
export const NAMES = Object.keys(DISTORTIONS) as Distortion[];

/** So many frames of one distortion: the same for the same seed, and more of them begin with the fewer. */
export function* framesOf(distortion: Distortion, count: number, seed: number): Generator<CorpusFrame> {
  const chance = mersenne(seed + NAMES.indexOf(distortion));
  for (let at = 0; at < count; at += 1) yield DISTORTIONS[distortion](chance);
}

type Held = Partial<Pose> & { modulePixels?: number; aside?: number | 'edge' };

/** A symbol in the middle of the view, near enough to be read with ease, unless it is said otherwise. */
function seenAs(chance: RandomGenerator, { aside = 0, modulePixels = between(4, 5, chance), ...held }: Held = {}) {
  const within = registrationText(chance);
  const picture = drawn({ text: within, where: 'within the brackets' }, chance);
  const scale = modulePixels / DRAWN_MODULE;
  const { middle, ...straight } = straightBefore(picture);
  const rightwards = aside === 'edge' ? SIDE / 2 - (WITH_MARGIN / 2) * picture.width * scale : aside * SIDE;
  const pose = { ...straight, scale, middle: { x: middle.x - rightwards / scale, y: middle.y }, ...held };
  return { frame: photograph(picture, SIDE, pose), within };
}

function drawn(symbol: PlacedSymbol, chance: RandomGenerator): Pixels {
  const errorCorrection = oneOf(['L', 'M', 'Q', 'H'] as const, chance);
  return drawFrame([symbol], { finer: DRAWN_MODULE / 3, errorCorrection });
}

/** One within the brackets, and one that is not, before the same wall. */
function twoCodes(chance: RandomGenerator): CorpusFrame {
  const { frame, within } = seenAs(chance, { modulePixels: small(chance), aside: -0.1 });
  const other = codeOutside(chance);
  const both = eachPixel(frame, (value, at) => Math.min(value, other.frame.data[at * 4] as number));
  return { ...other, frame: both, within };
}

function codeOutside(chance: RandomGenerator): CorpusFrame {
  return oneOf([inTheCorner, acrossTheBrackets], chance)(chance);
}

/** Between the brackets and the corner, where it has to be small. */
function inTheCorner(chance: RandomGenerator): CorpusFrame {
  const outside = registrationText(chance);
  const picture = drawn({ text: outside, where: 'outside the brackets' }, chance);
  return { frame: photograph(picture, SIDE, { ...straightBefore(picture), scale: SIDE / picture.width }), outside };
}

/** Its margin touches the edge of the view: so all of it can be seen, and never is all of it within the brackets. */
function acrossTheBrackets(chance: RandomGenerator): CorpusFrame {
  const { frame, within } = seenAs(chance, { modulePixels: small(chance), aside: 'edge' });
  return { frame, outside: within };
}

function quarterTurned({ frame, ...texts }: CorpusFrame, chance: RandomGenerator): CorpusFrame {
  const rotation = oneOf([0, 90, 180, 270], chance);
  return { frame: photograph(frame, SIDE, { ...straightBefore(frame), rotation }), ...texts };
}

function small(chance: RandomGenerator): number {
  return between(SMALL_MODULE.least, SMALL_MODULE.most, chance);
}

function inTheHand(chance: RandomGenerator): CorpusFrame {
  const [rotation, tilt, tiltedSide] = [between(-20, 20, chance), between(0, 25, chance), between(0, 360, chance)];
  return seenAs(chance, { modulePixels: between(3, 5, chance), rotation, tilt, tiltedSide });
}

function mildly(frame: Pixels, chance: RandomGenerator): Pixels {
  const lit = glare(blur(frame, between(0, 1.2, chance)), lamp(chance, 90));
  return noisy(lowLight(lit, between(0.4, 1, chance)), between(0, 12, chance), chance);
}

/** Somewhere on the symbol. */
function lamp(chance: RandomGenerator, brightest: number) {
  const somewhere = () => between(0.35 * SIDE, 0.65 * SIDE, chance);
  const deviation = between(0.05 * SIDE, 0.25 * SIDE, chance);
  return { x: somewhere(), y: somewhere(), deviation, brightness: between(brightest / 4, brightest, chance) };
}

function noisy(frame: Pixels, deviation: number, chance: RandomGenerator): Pixels {
  return sensorNoise(frame, { deviation, seed: uniformInt(chance, 0, 2 ** 31 - 1) });
}

function changed({ frame, ...texts }: CorpusFrame, change: (frame: Pixels) => Pixels): CorpusFrame {
  return { frame: change(frame), ...texts };
}

function between(least: number, most: number, chance: RandomGenerator): number {
  return least + (most - least) * uniformFloat64(chance);
}
