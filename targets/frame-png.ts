import { PNG } from 'pngjs';
import type { Pixels } from '../simulators/camera/eye.ts';

/** What a camera has, as PNG. */
export function pngOf({ width, height, data }: Pixels): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer);
  return PNG.sync.write(png);
}
