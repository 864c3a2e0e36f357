import { PNG } from 'pngjs';
import type { Page as Tab } from 'puppeteer';
import { type Box, boxAround } from '../../camera/box.ts';
import { seeSymbols } from '../../camera/eye.ts';
import type { Picture } from '../page.ts';
import { secretBoxes } from './in-page.ts';

/** The grey of what was painted over. */
const PAINT = Buffer.from([0x8a, 0x93, 0x9c, 0xff]);

/**
 * The page as PNG, with every place painted over where a secret may stand, and every symbol that can still be read
 * after that: a picture is shown to many, a key to one.
 */
export async function takePicture(tab: Tab, secretLines: string[]): Promise<Picture> {
  const pixelRatio = tab.viewport()?.deviceScaleFactor ?? 1;
  const boxes = await tab.evaluate(secretBoxes, secretLines);
  const picture = PNG.sync.read(Buffer.from(await tab.screenshot({ fullPage: true })));
  for (const box of boxes) paintOver(picture, scale(box, pixelRatio));
  const painted = PNG.sync.write(picture);
  const left = await seeSymbols(painted);
  for (const { corners } of left) paintOver(picture, boxAround(corners));
  return { mediaType: 'image/png', data: left.length > 0 ? PNG.sync.write(picture) : painted };
}

function paintOver({ data, width, height }: PNG, box: Box): void {
  const right = Math.min(Math.ceil(box.x + box.width), width);
  const bottom = Math.min(Math.ceil(box.y + box.height), height);
  const left = Math.max(Math.floor(box.x), 0);
  for (let y = Math.max(Math.floor(box.y), 0); y < bottom; y += 1) {
    if (right > left) data.fill(PAINT, (y * width + left) * PAINT.length, (y * width + right) * PAINT.length);
  }
}

function scale({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}
