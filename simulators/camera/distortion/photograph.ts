import type { Pixels } from '../eye.ts';

/** How far the lens is from its picture, in sides of the view: a phone's camera sees about as wide as it is far. */
const FOCAL_LENGTH = 1;

interface Point {
  x: number;
  y: number;
}

/** How a phone is held before a picture. */
export interface Pose {
  /** What of the picture is in the middle of the view, in pixels of the picture. */
  middle: Point;
  /** How many pixels of the view one of the picture takes in the middle: the farther away, the fewer. */
  scale: number;
  /** Clockwise, in degrees. */
  rotation: number;
  /** How far the picture leans back from the camera, in degrees below 90. */
  tilt: number;
  /** On which side it leans back: 0 is the right, 90 the lower side. */
  tiltedSide: number;
}

/** Held straight before the middle of a picture, each pixel of it as large as one of the view. */
export function straightBefore({ width, height }: Pixels): Pose {
  return { middle: { x: width / 2, y: height / 2 }, scale: 1, rotation: 0, tilt: 0, tiltedSide: 0 };
}

/**
 * What a camera takes of a picture: a square view of so many pixels a side. Each of its pixels is the mean of what falls
 * on it; beyond the edges the picture goes on as it is there.
 */
export function photograph(picture: Pixels, side: number, pose: Pose): Pixels {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const perPixel = Math.max(2, Math.ceil(1 / pose.scale));
  const sourceOf = placesIn(picture, side, pose);
  for (let at = 0; at < side * side; at += 1) {
    const [left, top] = [at % side, Math.floor(at / side)];
    let [red, green, blue] = [0, 0, 0];
    for (let part = 0; part < perPixel * perPixel; part += 1) {
      const x = left + ((part % perPixel) + 0.5) / perPixel;
      const y = top + (Math.floor(part / perPixel) + 0.5) / perPixel;
      const from = sourceOf(x, y);
      red += picture.data[from] as number;
      green += picture.data[from + 1] as number;
      blue += picture.data[from + 2] as number;
    }
    data[at * 4] = red / perPixel ** 2;
    data[at * 4 + 1] = green / perPixel ** 2;
    data[at * 4 + 2] = blue / perPixel ** 2;
  }
  return { width: side, height: side, data };
}

/** Where a place of the picture is in the view. */
export function placeInView({ x, y }: Point, side: number, pose: Pose): Point {
  const { middle, scale, tilt, rotation, tiltedSide } = pose;
  const flat = { x: (x - middle.x) * scale, y: (y - middle.y) * scale };
  const { x: u, y: v } = turned(flat, rotation - tiltedSide);
  const nearness = 1 / (1 + (u * Math.sin(radians(tilt))) / (side * FOCAL_LENGTH));
  const leaning = turned({ x: u * Math.cos(radians(tilt)) * nearness, y: v * nearness }, tiltedSide);
  return { x: leaning.x + side / 2, y: leaning.y + side / 2 };
}

/** The way back from the view, for each of its pixels: to the first byte of what is seen there. */
function placesIn({ width, height }: Pixels, side: number, pose: Pose): (x: number, y: number) => number {
  const { middle, scale } = pose;
  const [cosTilt, sinTilt] = [Math.cos(radians(pose.tilt)), Math.sin(radians(pose.tilt)) / (side * FOCAL_LENGTH)];
  const [cosSide, sinSide] = [Math.cos(radians(pose.tiltedSide)), Math.sin(radians(pose.tiltedSide))];
  const back = radians(pose.tiltedSide - pose.rotation);
  const [cosBack, sinBack] = [Math.cos(back) / scale, Math.sin(back) / scale];
  return (x, y) => {
    const [right, down] = [x - side / 2, y - side / 2];
    const along = right * cosSide + down * sinSide;
    // Past the vanishing line nothing of the picture is seen; what comes nearest to it goes on there.
    const u = along / Math.max(cosTilt - along * sinTilt, 1e-6);
    const v = (down * cosSide - right * sinSide) * (1 + u * sinTilt);
    const column = Math.floor(middle.x + u * cosBack - v * sinBack);
    const row = Math.floor(middle.y + u * sinBack + v * cosBack);
    return (within(row, height) * width + within(column, width)) * 4;
  };
}

function within(at: number, length: number): number {
  return Math.min(Math.max(at, 0), length - 1);
}

function turned({ x, y }: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
