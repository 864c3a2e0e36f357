import { asPng } from '../../camera/as-png.ts';
import { showsSymbol } from '../../camera/eye.ts';
import { TargetGone, Unprovided } from '../../errors.ts';
import { inDataUrl } from '../../network/data-url.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import { isHidden } from './visible-lines.ts';

/** Markup that draws the modules of a symbol is longer than this, and an icon is not. */
const SHORTEST_SYMBOL = 1000;

/**
 * The pictures of a page, in PNG and in the order of the page: files of any format, and what is drawn in the page itself.
 * @throws {Unprovided} when there is no symbol in any of them, but in what only a browser draws there might be
 */
export async function fetchPictures(document: Document, pageAddress: string, actor: HttpActor): Promise<Uint8Array[]> {
  const shown = [...document.querySelectorAll('img[src], svg')].filter((element) => !isHidden(element));
  const all = await Promise.all(shown.map((element) => pictureIn(element, pageAddress, actor)));
  const pictures = all.filter((picture) => picture !== undefined);
  if (needsBrowser(document) && !(await showSymbol(pictures))) throw new Unprovided('a browser', ONLY_A_BROWSER);
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

/** Whether scripts draw, or the page's style and other parts of it say what a drawing looks like. */
function needsBrowser(document: Document): boolean {
  const drawings = [...document.querySelectorAll('svg, canvas')].filter((drawing) => !isHidden(drawing));
  return drawings.some(({ tagName, outerHTML }) => /canvas/i.test(tagName) || FROM_ELSEWHERE.test(outerHTML));
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
