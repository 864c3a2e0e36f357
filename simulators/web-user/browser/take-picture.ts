import { PNG } from 'pngjs';
import type { Page as Tab } from 'puppeteer';
import { screenshot } from '../../browser/tabs.ts';
import { type Box, boxAround } from '../../camera/box.ts';
import { seeSymbols, showsSymbol } from '../../camera/eye.ts';
import type { Picture } from '../../picture.ts';
import { holdsKey } from '../read-values.ts';
import { coverSecrets, readableText, uncoverSecrets } from './in-page.ts';

/** The grey of what was painted over. */
const PAINT = Buffer.from([0x8a, 0x93, 0x9c, 0xff]);

/** What a symbol may be in. */
const PICTURES = 'img, svg, canvas, object, [role=img]';

/**
 * The page's pixels: the window; the whole page only when no symbol is within it, for that takes twice as long; and as a
 * person scrolls within a dialog or the like, where a picture is cut off by its edge.
 */
export async function takePixels(tab: Tab): Promise<Uint8Array> {
  const window = await windowOf(tab);
  if (await showsSymbol(window)) return window;
  const page = await screenshot(tab, { fullPage: true, optimizeForSpeed: true });
  if (await showsSymbol(page)) return page;
  for (const picture of await tab.$$(PICTURES)) {
    if (await picture.isIntersectingViewport({ threshold: 1 })) continue;
    await picture.evaluate(comeIntoView);
    const scrolled = await windowOf(tab);
    if (await showsSymbol(scrolled)) return scrolled;
  }
  return page;
}

function windowOf(tab: Tab): Promise<Uint8Array> {
  return screenshot(tab, { optimizeForSpeed: true, captureBeyondViewport: false });
}

/**
 * The page as PNG, with every place covered where a secret may stand, and every symbol painted over that can be read
 * all the same: a picture is shown to many, a key to one.
 */
export async function takePicture(tab: Tab, secretLines: string[]): Promise<Picture> {
  const lines = (await tab.evaluate(readableText)).split(/[\n\t]/).map((line) => line.replace(/\s+/g, ' ').trim());
  await tab.evaluate(coverSecrets, [...secretLines, ...lines.filter(holdsKey)]);
  const picture = await windowOf(tab);
  await tab.evaluate(uncoverSecrets);
  return { mediaType: 'image/png', data: await withoutSymbols(picture) };
}

/** A picture with every symbol painted over: one that was found may have drawn the eye from another. */
export async function withoutSymbols(picture: Uint8Array): Promise<Uint8Array> {
  const symbols = await seeSymbols(picture);
  return symbols.length > 0 ? withoutSymbols(paintOver(picture, symbols)) : picture;
}

function paintOver(picture: Uint8Array, symbols: { corners: { x: number; y: number }[] }[]): Uint8Array {
  const png = PNG.sync.read(Buffer.from(picture));
  for (const { corners } of symbols) paint(png, boxAround(corners));
  return PNG.sync.write(png);
}

function paint({ data, width, height }: PNG, box: Box): void {
  const [left, right] = [Math.max(Math.floor(box.x), 0), Math.min(Math.ceil(box.x + box.width), width)];
  const bottom = Math.min(Math.ceil(box.y + box.height), height);
  for (let y = Math.max(Math.floor(box.y), 0); y < bottom; y += 1) {
    data.fill(PAINT, (y * width + left) * PAINT.length, (y * width + right) * PAINT.length);
  }
}

// Sent into the page as text: it must stand alone.

/** Scrolls to where it is seen, and waits until it has been drawn there. */
async function comeIntoView(picture: Element): Promise<void> {
  picture.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
}
