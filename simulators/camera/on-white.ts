import { PNG } from 'pngjs';

/** A picture (PNG) as a white page shows it: through what is clear in it the page is seen. One that is broken stays as it is. */
export function onWhite(picture: Uint8Array): Uint8Array {
  const png = readPng(picture);
  if (!png?.data.some((value, at) => at % 4 === 3 && value < 255)) return picture;
  const { data } = png;
  data.forEach((value, at) => {
    const alpha = (data[at - (at % 4) + 3] ?? 255) / 255;
    if (at % 4 < 3) data[at] = Math.round(255 - (255 - value) * alpha);
  });
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return PNG.sync.write(png);
}

function readPng(picture: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(picture));
  } catch {
    return undefined;
  }
}
