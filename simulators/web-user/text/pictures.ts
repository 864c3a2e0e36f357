import { asPng } from '../../camera/as-png.ts';
import { showsSymbol } from '../../camera/eye.ts';
import { TargetGone, Unprovided } from '../../errors.ts';
import { inDataUrl } from '../../network/data-url.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import type { WebSession } from '../page.ts';
import { isHidden } from './visible-lines.ts';

/** Markup that draws the modules of a symbol is longer than this, and an icon is not. */
const SHORTEST_SYMBOL = 1000;

/** Has a browser draw a page of a session: what shows is in the pictures (PNG). */
export type Draw = (session: WebSession, html: string) => Promise<Uint8Array[]>;

/** A page without a browser. */
interface FetchedPage {
  document: Document;
  address: string;
  /** Has a browser draw it, where there is one: the pixels of all of it. */
  draw?: (() => Promise<Uint8Array[]>) | undefined;
}

/**
 * The pictures of a page, in PNG and in the order of the page: files of any format, and what is drawn in the page itself.
 * Where no symbol is in them, but one might be in what only a browser draws, it draws the page.
 * @throws {Unprovided} when there is none for that
 */
export async function fetchPictures({ document, address, draw }: FetchedPage, actor: HttpActor): Promise<Uint8Array[]> {
  const shown = [...document.querySelectorAll('img[src], svg')].filter((element) => !isHidden(element));
  const all = await Promise.all(shown.map((element) => pictureIn(element, address, actor)));
  const pictures = all.filter((picture) => picture !== undefined);
  if (await showSymbol(pictures)) return pictures;
  if (draw && (isDrawn(document) || document.querySelector('script'))) return draw();
  if (isDrawn(document)) throw new Unprovided('a browser', ONLY_A_BROWSER);
  return pictures;
}

const FROM_ELSEWHERE = /<use|<foreignObject|class=|var\(/i;
const ONLY_A_BROWSER = 'the page has drawings, which only a browser shows: leave out --drive api';

/** The picture that an element shows; an icon, whose drawing is too short for a symbol, shows none. */
export async function pictureIn(
  element: Element,
  pageAddress: string,
  actor: HttpActor,
): Promise<Uint8Array | undefined> {
  const source = element.getAttribute('src');
  if (source !== null) return asPng(await fetchPicture(source, pageAddress, actor));
  return element.innerHTML.length < SHORTEST_SYMBOL ? undefined : asPng(Buffer.from(markupOf(element)));
}

/** A drawing on its own has to say what it is written in; in a page it does not. */
function markupOf(drawing: Element): string {
  if (!drawing.hasAttribute('xmlns')) drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return drawing.outerHTML;
}

/** The modules of the smallest symbol, one element for each. */
const MODULES = 21 * 21;

/** Whether there is a canvas, a mosaic of elements, or a drawing whose looks are said elsewhere in the page. */
function isDrawn(document: Document): boolean {
  const drawings = [...document.querySelectorAll('svg, canvas')].filter((drawing) => !isHidden(drawing));
  const isMosaic = document.querySelectorAll('td:empty, div:empty, span:empty, i:empty, b:empty').length >= MODULES;
  return (
    isMosaic || drawings.some(({ tagName, outerHTML }) => /canvas/i.test(tagName) || FROM_ELSEWHERE.test(outerHTML))
  );
}

async function showSymbol(pictures: Uint8Array[]): Promise<boolean> {
  for (const picture of pictures) if (await showsSymbol(picture)) return true;
  return false;
}

/** One picture, as it came, out of the page itself or from its address. */
async function fetchPicture(source: string, pageAddress: string, actor: HttpActor): Promise<Uint8Array> {
  if (source.startsWith('data:')) return inDataUrl(source);
  const { href, origin } = new URL(source, pageAddress);
  try {
    return (await sendRequest(actor, href)).body;
  } catch (error) {
    // Somebody else's picture that cannot be had is a gap in the page, as in a browser.
    if (origin !== new URL(pageAddress).origin && error instanceof TargetGone) return new Uint8Array();
    throw error;
  }
}
