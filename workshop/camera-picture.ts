/**
 * Writes docs/pictures/camera.png: a QR code as a camera has it, plainly and then distorted in each way there is, with
 * the brackets over it. The key in it is the example of the RFCs, which opens nothing.
 */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { blur } from '../simulators/camera/distortion/blur.ts';
import { glare, lowLight } from '../simulators/camera/distortion/light.ts';
import { type Pose, photograph, straightBefore } from '../simulators/camera/distortion/photograph.ts';
import { sensorNoise } from '../simulators/camera/distortion/sensor-noise.ts';
import type { Pixels } from '../simulators/camera/eye.ts';
import { drawFrame, type PlacedSymbol } from '../simulators/camera/frame.ts';
import { eachPixel } from '../simulators/camera/pixels.ts';
import { bracketsIn } from '../simulators/phone-app/page/brackets.ts';

const SIDE = 180;
const COLUMNS = 5;
const GAP = 8;
const FRAME_RED = [200, 40, 40];

const WITHIN: PlacedSymbol = { text: uriOf('Acme'), where: 'within the brackets' };
const OUTSIDE: PlacedSymbol = { text: uriOf('Other'), where: 'outside the brackets' };

const plain = taken([WITHIN]);
const tiles: Pixels[] = [
  plain,
  taken([WITHIN], { scale: 0.4 }),
  taken([WITHIN], { scale: 0.8, rotation: 30 }),
  taken([WITHIN], { scale: 0.9, tilt: 50, tiltedSide: 20 }),
  blur(plain, 1.5),
  glare(plain, { x: 112, y: 68, deviation: 30, brightness: 230 }),
  sensorNoise(plain, { deviation: 45, seed: 1 }),
  sensorNoise(lowLight(plain, 0.15), { deviation: 3, seed: 2 }),
  taken([WITHIN, OUTSIDE]),
  taken([OUTSIDE]),
];

const width = COLUMNS * (SIDE + GAP) + GAP;
const strip = new PNG({ width, height: Math.ceil(tiles.length / COLUMNS) * (SIDE + GAP) + GAP });
strip.data.fill(0xff);
for (const [at, tile] of tiles.entries()) {
  const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
  const png = new PNG({ width: SIDE, height: SIDE });
  png.data = Buffer.from(bracketed(tile).data);
  PNG.bitblt(png, strip, 0, 0, SIDE, SIDE, GAP + column * (SIDE + GAP), GAP + row * (SIDE + GAP));
}
writeFileSync(new URL('../docs/pictures/camera.png', import.meta.url), PNG.sync.write(strip));

function uriOf(issuer: string): string {
  return `otpauth://totp/${issuer}:ana@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${issuer}`;
}

function taken(symbols: PlacedSymbol[], { scale = 1, ...held }: Partial<Pose> = {}): Pixels {
  // The ground is a light grey, so that the edge of the view is seen on a white page.
  const picture = eachPixel(drawFrame(symbols, { finer: 2 }), (value) => Math.min(value, 225));
  return photograph(picture, SIDE, { ...straightBefore(picture), scale: (scale * SIDE) / picture.width, ...held });
}

function bracketed(frame: Pixels): Pixels {
  const { left, side } = bracketsIn(SIDE);
  const isEdge = (at: number) => at === left || at === left + side;
  const isSpan = (at: number) => at >= left && at <= left + side;
  const isCorner = (at: number) => Math.min(Math.abs(at - left), Math.abs(at - left - side)) < side / 6;
  return eachPixel(frame, (value, pixel, colour) => {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    const isLine = (isEdge(x) && isSpan(y) && isCorner(y)) || (isEdge(y) && isSpan(x) && isCorner(x));
    return isLine ? (FRAME_RED[colour] ?? value) : value;
  });
}
