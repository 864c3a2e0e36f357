import sharp from 'sharp';

/** Pixels by which a drawing is at least as wide as a camera needs it: many are drawn with one unit for a module. */
const DRAWN_WIDTH = 600;
const UNITS_TO_INCH = 72;
const HIGHEST_DENSITY = 7200;

/**
 * A picture of any format (PNG, JPEG, GIF, WebP, SVG) in PNG, as a white page shows it: through what is clear in it the
 * page is seen. `undefined` where these bytes are no picture.
 */
export async function asPng(picture: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const { format, width } = await sharp(picture).metadata();
    const density = Math.min(HIGHEST_DENSITY, UNITS_TO_INCH * Math.max(1, Math.ceil(DRAWN_WIDTH / width)));
    const image = sharp(picture, format === 'svg' ? { density } : {});
    return await image.flatten({ background: 'white' }).png().toBuffer();
  } catch {
    return undefined;
  }
}
