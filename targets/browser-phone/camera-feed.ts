import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pixels } from '../../simulators/camera/eye.ts';

/** What the camera takes, in pixels; both even, for colours are kept for every second one. */
const WIDTH = 1280;
const HEIGHT = 960;
/** What a phone that is held at nothing sees: a light wall. */
const NOTHING = 0xc8;
/** Neither red nor blue: a QR code has no colours. */
const NO_COLOUR = 0x80;
const HEAD = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F20:1 Ip A1:1 C420jpeg\nFRAME\n`);

/**
 * The film that a browser plays as its camera: one frame, over and over. The file is written over in place, so that a
 * camera that is running shows the next frame as well.
 * @see https://wiki.multimedia.cx/index.php/YUV4MPEG2
 */
export class CameraFeed {
  readonly path: string;
  readonly #folder: string;
  readonly #file: number;
  readonly #film = Buffer.concat([HEAD, Buffer.alloc(WIDTH * HEIGHT * 1.5, NO_COLOUR)]);

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'paircheck-camera-'));
    this.path = join(this.#folder, 'camera.y4m');
    this.#file = openSync(this.path, 'w');
    this.show();
  }

  /** @param frame what is before the camera from now on, as large as it fits in; left out, nothing */
  show(frame?: Pixels): void {
    const brightness = this.#film.subarray(HEAD.length, HEAD.length + WIDTH * HEIGHT);
    brightness.fill(NOTHING);
    if (frame) drawInto(brightness, frame);
    writeSync(this.#file, this.#film, 0, this.#film.length, 0);
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** In the middle, as large as it fits in. */
function drawInto(brightness: Buffer, frame: Pixels): void {
  const fitting = Math.min(WIDTH / frame.width, HEIGHT / frame.height);
  // A large one is fine-grained: were some of its pixels doubled and others not, weak readers would lose count.
  const scale = fitting > 1 && fitting < 2 ? 1 : fitting;
  const [width, height] = [Math.floor(frame.width * scale), Math.floor(frame.height * scale)];
  const [left, top] = [Math.floor((WIDTH - width) / 2), Math.floor((HEIGHT - height) / 2)];
  const source = brightnessOf(frame);
  const span = (at: number, length: number) => {
    const from = Math.min(Math.floor(at / scale), length - 1);
    return { from, to: Math.max(Math.min(Math.floor((at + 1) / scale), length), from + 1) };
  };
  for (let y = 0; y < height; y += 1) {
    const rows = span(y, frame.height);
    for (let x = 0; x < width; x += 1) {
      const mean = meanOf(source, { width: frame.width, rows, columns: span(x, frame.width) });
      brightness[(top + y) * WIDTH + left + x] = mean;
    }
  }
}

/** @see ITU-R BT.601, luma */
function brightnessOf({ width, height, data }: Pixels): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
}

interface Span {
  from: number;
  to: number;
}

function meanOf(source: Uint8Array, { width, rows, columns }: { width: number; rows: Span; columns: Span }): number {
  let sum = 0;
  for (let row = rows.from; row < rows.to; row += 1) {
    for (let column = columns.from; column < columns.to; column += 1) sum += source[row * width + column] ?? 0;
  }
  return Math.round(sum / ((rows.to - rows.from) * (columns.to - columns.from)));
}
