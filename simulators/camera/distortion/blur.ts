import type { Pixels } from '../eye.ts';

/** Where the bell curve ends, in standard deviations: beyond it next to nothing of a pixel is to be seen. */
const REACH = 3;
const COLOURS = 3;

/** A frame out of focus. @param deviation of the bell curve over which each pixel is spread, in pixels; 0 is sharp */
export function blur(frame: Pixels, deviation: number): Pixels {
  if (deviation <= 0) return frame;
  const weights = bellCurve(deviation);
  return spreadAndTurn(spreadAndTurn(frame, weights), weights);
}

function bellCurve(deviation: number): number[] {
  const reach = Math.ceil(deviation * REACH);
  const heights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)),
  );
  const sum = heights.reduce((one, other) => one + other);
  return heights.map((height) => height / sum);
}

/** Spreads along the rows, and makes columns of them: done twice, both ways are spread and the frame stands again. */
function spreadAndTurn({ width, height, data }: Pixels, weights: number[]): Pixels {
  const turned = new Uint8ClampedArray(data.length).fill(255);
  const reach = (weights.length - 1) / 2;
  for (let at = 0; at < height * COLOURS; at += 1) {
    const [row, colour] = [Math.floor(at / COLOURS), at % COLOURS];
    const line = lineOf(data.subarray(row * width * 4, (row + 1) * width * 4), { colour, reach });
    for (let column = 0; column < width; column += 1) {
      turned[(column * height + row) * 4 + colour] = meanFrom(line, column, weights);
    }
  }
  return { width: height, height: width, data: turned };
}

/** One colour of a row, which goes on at both ends as it is there. */
function lineOf(row: Uint8ClampedArray, { colour, reach }: { colour: number; reach: number }): Float64Array {
  const width = row.length / 4;
  const line = new Float64Array(width + 2 * reach);
  for (let at = 0; at < line.length; at += 1) {
    line[at] = row[Math.min(Math.max(at - reach, 0), width - 1) * 4 + colour] as number;
  }
  return line;
}

function meanFrom(line: Float64Array, from: number, weights: number[]): number {
  let mean = 0;
  for (let at = 0; at < weights.length; at += 1) mean += (line[from + at] as number) * (weights[at] as number);
  return mean;
}
