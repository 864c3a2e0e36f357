import { PNG } from 'pngjs';

/** The ground, and the brackets around the dots of a QR code, on a field of 64 by 64: x, y, width and height. */
const GROUND = [31, 79, 191] as const;
const MARKS = [
  ...[14, 46].flatMap((y) => [14, 40].map((x) => [x, y, 10, 4])),
  ...[14, 46].flatMap((x) => [14, 40].map((y) => [x, y, 4, 10])),
  ...[25, 33].flatMap((x) => [25, 33].map((y) => [x, y, 6, 6])),
] as const;
const FIELD = 64;

/** The app's icon, square and without transparent corners: each system cuts its own. @param side in pixels */
export function drawIcon(side: number): Buffer {
  const picture = new PNG({ width: side, height: side });
  paint(picture, [0, 0, FIELD, FIELD], GROUND);
  for (const mark of MARKS) paint(picture, mark, [255, 255, 255]);
  return PNG.sync.write(picture);
}

/** The same as a drawing. */
export function iconDrawing(): string {
  const marks = MARKS.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
  const [open, close] = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD} ${FIELD}">`, '</svg>'];
  return `${open}<path fill="rgb(${GROUND.join()})" d="M0 0h${FIELD}v${FIELD}H0z"/><path fill="#fff" d="${marks}"/>${close}`;
}

function paint(picture: PNG, area: readonly number[], colour: readonly number[]): void {
  const [left = 0, top = 0, width = 0, height = 0] = area.map((length) => Math.round((length * picture.width) / FIELD));
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) picture.data.set([...colour, 255], (y * picture.width + x) * 4);
  }
}
