import { PNG } from 'pngjs';

/** A picture (PNG) as a white page shows it: through what is clear in it the page is seen. One that is broken stays as it is. */
export function onWhite(picture: Uint8Array): Uint8Array {
  const png = readPng(picture);
  const isClear = (value: number, at: number) => at % 4 === 3 && value < 255;
  if (!png?.data.some(isClear)) return picture;
  const { data } = png;
  // The last of four is how much covers the page; all four are then white by as much as is left.
  png.data = Buffer.from(
    data.map((value, at) => (at % 4 === 3 ? 255 : 255 - ((255 - value) * (data[at | 3] ?? 255)) / 255)),
  );
  return PNG.sync.write(png);
}

function readPng(picture: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(picture));
  } catch {
    return undefined;
  }
}
