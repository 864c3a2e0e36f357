import type { Page as Tab } from 'puppeteer';
import { screenshot } from '../../browser/tabs.ts';
import { type Box, boxAround } from '../../camera/box.ts';
import { seeSymbols } from '../../camera/eye.ts';

/**
 * What assistive technology says in place of the first QR code on the page: the name and the description of the picture
 * it is in, however it is drawn. `undefined` when the page shows no QR code, empty when nothing is said.
 */
export async function alternativeOfSymbol(tab: Tab): Promise<string | undefined> {
  const [symbol] = await seeSymbols(await screenshot(tab, { fullPage: true, optimizeForSpeed: true }));
  if (!symbol) return undefined;
  const ratio = tab.viewport()?.deviceScaleFactor ?? 1;
  const { x, y, width, height } = boxAround(symbol.corners);
  const box = { x: x / ratio, y: y / ratio, width: width / ratio, height: height / ratio };
  const picture = await tab.evaluateHandle(pictureAround, box);
  const caption = await picture.evaluate(captionOf);
  const backendNodeId = await picture.asElement()?.backendNodeId();
  const session = await tab.createCDPSession();
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    ...(backendNodeId !== undefined && { backendNodeId }),
    fetchRelatives: false,
  });
  await session.detach();
  const [node] = nodes;
  const own = node && !node.ignored ? [node.name?.value, node.description?.value] : [];
  const said = [...own, caption].map((value) => String(value ?? '').trim());
  return said.filter(Boolean).join(' ');
}

// Sent into the page as text: each must stand alone.

function captionOf(picture: Element): string {
  return (picture.closest('figure')?.querySelector('figcaption')?.textContent ?? '').replace(/\s+/g, ' ');
}

/** The smallest element around a symbol, or what stands for it in the accessibility tree. */
function pictureAround({ x, y, width, height }: Box): Element {
  // Not to the pixel: a symbol may fill its picture, and its corners are not seen that precisely.
  const slack = Math.min(width, height) / 10;
  const areas = [...document.querySelectorAll('body, body *')].flatMap((element) => {
    const area = element.getBoundingClientRect();
    const [left, top] = [area.left + scrollX, area.top + scrollY];
    const isAround =
      left <= x + slack &&
      top <= y + slack &&
      left + area.width >= x + width - slack &&
      top + area.height >= y + height - slack;
    return isAround ? [{ element, size: area.width * area.height }] : [];
  });
  // Of several of one size the innermost comes last in the document, and first after this.
  const [smallest] = areas.reverse().sort((one, other) => one.size - other.size);
  const element = smallest?.element ?? document.body;
  const drawing = element.closest('[role=img], svg, img, canvas') ?? element;
  const hasWords = drawing.matches('[alt]:not([alt=""]), [aria-label], [aria-labelledby], [title], :has(> title)');
  return hasWords ? drawing : (drawing.closest('[role=img]') ?? drawing);
}
