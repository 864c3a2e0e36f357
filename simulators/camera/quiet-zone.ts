import { PNG } from 'pngjs';
import { type Box, boxAround } from './box.ts';
import { seeSymbols } from './eye.ts';

/** The narrowest margin around a symbol, in modules. @see ISO/IEC 18004, section 6.3.8 "Quiet zone" */
const QUIET_MODULES = 4;
/** Wider than this a margin is not measured: there the ground is the page's. */
const FARTHEST_MODULES = 8;
/** How far is looked: from inside the outermost modules to beyond that. */
const LOOK_MODULES = FARTHEST_MODULES + 2;
/** What a screen's rounding to whole pixels may take of the margin without any camera noticing. */
const ROUNDING_PIXELS = 1;

/** How a symbol stands on its ground: whether its modules are the darker of the two, and how much ground is around. */
export interface SymbolGround {
  darkOnLight: boolean;
  /** The narrowest margin of the four sides, in modules; wider ones count as 8. */
  marginModules: number;
  isQuiet: boolean;
}

/**
 * The first QR code of a PNG picture and the ring around it; `undefined` when there is none that can be read. The
 * corners of the ring are left out: they may be rounded.
 */
export async function lookAtGround(png: Uint8Array): Promise<SymbolGround | undefined> {
  const [symbol] = await seeSymbols(png);
  if (!symbol) return undefined;
  const box = boxAround(symbol.corners);
  const modulePixels = (box.width + box.height) / 2 / symbol.modulesPerSide;
  const picture = PNG.sync.read(Buffer.from(png));
  const isGround = groundTest(picture, { box, isInverted: symbol.isInverted });
  const marginPixels = Math.min(...sidesOf(box).map((side) => narrowestMargin({ ...side, modulePixels, isGround })));
  return {
    darkOnLight: !symbol.isInverted,
    marginModules: Math.min(Math.round((marginPixels / modulePixels) * 10) / 10, FARTHEST_MODULES),
    isQuiet: marginPixels + ROUNDING_PIXELS >= QUIET_MODULES * modulePixels,
  };
}

interface Place {
  x: number;
  y: number;
}

/** One side of a symbol: the pixel where it begins, how many follow in which direction, and which way is out. */
interface Side {
  from: Place;
  along: Place;
  length: number;
  out: Place;
}

type GroundTest = (place: Place) => boolean;

function sidesOf({ x, y, width, height }: Box): Side[] {
  const [right, down] = [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ];
  return [
    { from: { x, y }, along: right, length: width, out: { x: 0, y: -1 } },
    { from: { x, y: y + height }, along: right, length: width, out: down },
    { from: { x, y }, along: down, length: height, out: { x: -1, y: 0 } },
    { from: { x: x + width, y }, along: down, length: height, out: right },
  ];
}

/** In pixels, from where the outermost modules are seen to end: the corners that were reported are a pixel or two off. */
function narrowestMargin({ from, along, length, out, ...look }: Side & Look): number {
  const inside = Math.round(look.modulePixels / 2);
  const starts = Array.from({ length: Math.round(length) }, (_, at) => ({
    x: Math.round(from.x) + along.x * at - out.x * inside,
    y: Math.round(from.y) + along.y * at - out.y * inside,
  }));
  const runs = starts.map((start) => runOutwards({ start, out, ...look }));
  // On each side lie corner patterns, whose outermost modules are no ground: there its edge is seen.
  const edge = Math.max(...runs.map(({ groundFrom }) => groundFrom));
  const touchesSomething = edge > inside + look.modulePixels;
  return touchesSomething ? 0 : Math.max(Math.min(...runs.map(({ groundTo }) => groundTo)) - edge, 0);
}

interface Look {
  modulePixels: number;
  isGround: GroundTest;
}

/** Follows one line of pixels out of the symbol: after how many its ground begins, and where that ends. */
function runOutwards({ start, out, modulePixels, isGround }: { start: Place; out: Place } & Look) {
  const farthest = Math.ceil(LOOK_MODULES * modulePixels);
  const isGroundAt = (distance: number) => isGround({ x: start.x + out.x * distance, y: start.y + out.y * distance });
  let groundFrom = 0;
  while (groundFrom < farthest && !isGroundAt(groundFrom)) groundFrom += 1;
  let groundTo = groundFrom;
  while (groundTo < farthest && isGroundAt(groundTo)) groundTo += 1;
  return { groundFrom, groundTo };
}

/** Tells ground from modules by the mean of the symbol's pixels; outside the picture is none. */
function groundTest(picture: PNG, { box, isInverted }: { box: Box; isInverted: boolean }): GroundTest {
  const { width, height } = picture;
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.floor(box.x); x < box.x + box.width; x += 1) {
      sum += luminanceAt(picture, { x, y });
      count += 1;
    }
  }
  const mean = sum / count;
  return ({ x, y }) =>
    x >= 0 && y >= 0 && x < width && y < height && luminanceAt(picture, { x, y }) > mean !== isInverted;
}

/** @see ITU-R BT.601, luma */
function luminanceAt({ width, data }: PNG, { x, y }: Place): number {
  const at = (y * width + x) * 4;
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}
