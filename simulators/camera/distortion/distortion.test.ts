import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pixels } from '../eye.ts';
import { blur } from './blur.ts';
import { glare, lowLight } from './light.ts';
import { photograph, placeInView, straightBefore } from './photograph.ts';
import { sensorNoise } from './sensor-noise.ts';

const SIDE = 60;

/** A grey picture with one black square of ten pixels a side, its upper left corner at these pixels. */
function pictureWith(left: number, top: number, ground = 200): Pixels {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isBlack = x >= left && x < left + 10 && y >= top && y < top + 10;
    data.fill(isBlack ? 0 : ground, at * 4, at * 4 + 3);
  }
  return { width: SIDE, height: SIDE, data };
}

const redAt = ({ width, data }: Pixels, x: number, y: number) => data[(y * width + x) * 4] as number;

/** The middle of what is black, and how many pixels it covers. */
function blackIn({ width, height, data }: Pixels) {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at < width * height; at += 1) {
    const share = 1 - (data[at * 4] as number) / 200;
    count += share;
    sumX += share * ((at % width) + 0.5);
    sumY += share * (Math.floor(at / width) + 0.5);
  }
  return { x: sumX / count, y: sumY / count, count };
}

const PICTURE = pictureWith(40, 15);

test('straight before a picture a camera takes it as it is, and takes it anew', () => {
  const view = photograph(PICTURE, SIDE, straightBefore(PICTURE));
  assert.deepEqual(view, PICTURE);
  assert.notEqual(view.data, PICTURE.data);
});

for (const pose of [
  { scale: 0.5 },
  { rotation: 90 },
  { rotation: 33 },
  { tilt: 40 },
  { tilt: 50, tiltedSide: 130, rotation: -20 },
  { middle: { x: 45, y: 20 }, scale: 2 },
]) {
  test(`what is photographed is where it is said to be: ${JSON.stringify(pose)}`, () => {
    const whole = { ...straightBefore(PICTURE), ...pose };
    const seen = blackIn(photograph(PICTURE, SIDE, whole));
    const said = placeInView({ x: 45, y: 20 }, SIDE, whole);
    assert.ok(Math.hypot(seen.x - said.x, seen.y - said.y) < 1, JSON.stringify([seen, said]));
  });
}

test('from twice as far away a thing covers a quarter, and what leans back covers less', () => {
  const areaWhen = (pose: object) => blackIn(photograph(PICTURE, SIDE, { ...straightBefore(PICTURE), ...pose })).count;
  assert.ok(Math.abs(areaWhen({ scale: 0.5 }) - 25) < 1);
  assert.ok(areaWhen({ tilt: 60 }) < 50);
});

test('beyond its edge a picture goes on as it is there', () => {
  const view = photograph(PICTURE, SIDE, { ...straightBefore(PICTURE), scale: 0.2, tilt: 70 });
  assert.deepEqual([redAt(view, 0, 0), redAt(view, 59, 59)], [200, 200]);
});

test('blur takes from the edges and keeps the sum; none leaves the frame', () => {
  const blurred = blur(PICTURE, 2);
  assert.ok(Math.abs(redAt(blurred, 40, 20) - 80) < 10, String(redAt(blurred, 40, 20)));
  assert.ok(Math.abs(blackIn(blurred).count - 100) < 2);
  assert.equal(redAt(blurred, 3, 3), 200);
  assert.equal(blur(PICTURE, 0), PICTURE);
});

test('a blurred frame that is not square stands as it stood', () => {
  const wide = { width: 30, height: 120, data: PICTURE.data };
  assert.deepEqual([blur(wide, 1).width, blur(wide, 1).height], [30, 120]);
});

test('glare drowns what is in its middle, and fades', () => {
  const lit = glare(PICTURE, { x: 45, y: 20, deviation: 5, brightness: 255 });
  assert.ok(redAt(lit, 45, 20) > 245);
  assert.equal(redAt(lit, 5, 55), 200);
});

test('in low light everything is darker by the same share', () => {
  const dark = lowLight(PICTURE, 0.1);
  assert.deepEqual([redAt(dark, 0, 0), redAt(dark, 45, 20)], [20, 0]);
});

test('noise has the deviation that was asked for, is the same for the same seed and another for another', () => {
  const grey = pictureWith(-10, -10, 128);
  const noisy = sensorNoise(grey, { deviation: 10, seed: 5 });
  const errors = Array.from({ length: SIDE * SIDE }, (_, at) => (noisy.data[at * 4] as number) - 128);
  const mean = errors.reduce((one, other) => one + other) / errors.length;
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length);
  assert.ok(Math.abs(mean) < 0.7 && Math.abs(deviation - 10) < 0.5, `${mean} ${deviation}`);
  assert.deepEqual(sensorNoise(grey, { deviation: 10, seed: 5 }), noisy);
  assert.notDeepEqual(sensorNoise(grey, { deviation: 10, seed: 6 }), noisy);
});

test('no distortion touches the frame it is given, and none makes it transparent', () => {
  const before = Uint8ClampedArray.from(PICTURE.data);
  const lamp = { x: 9, y: 9, deviation: 9, brightness: 99 };
  const frames = [
    blur(PICTURE, 2),
    glare(PICTURE, lamp),
    lowLight(PICTURE, 0.5),
    sensorNoise(PICTURE, { deviation: 9, seed: 1 }),
  ];
  assert.deepEqual(PICTURE.data, before);
  assert.ok(frames.every(({ data }) => data.every((value, at) => at % 4 !== 3 || value === 255)));
});
