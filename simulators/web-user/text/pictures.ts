import { showsSymbol } from '../../camera/eye.ts';
import { onWhite } from '../../camera/on-white.ts';
import { TargetGone, Unprovided } from '../../errors.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import { isHidden } from './visible-lines.ts';

/** Markup, or a file, that draws the modules of a symbol is longer than this, and an icon is not. */
const SHORTEST_SYMBOL = 1000;

/**
 * The pictures of a page, those in PNG; drawings are for who lays pages out.
 * @throws {Unprovided} when there is no symbol in any of them, but in a drawing there might be
 */
export async function fetchPictures(document: Document, pageAddress: string, actor: HttpActor): Promise<Uint8Array[]> {
  const sources = [...document.querySelectorAll('img[src]')].map((image) => image.getAttribute('src') ?? '');
  const files = await Promise.all(sources.map((source) => fetchPicture(source, pageAddress, actor)));
  const pictures = files.filter(isPng).map(onWhite);
  const isDrawn = sources.some((source, at) => isDrawing(source, files[at])) || hasDrawing(document);
  if (isDrawn && !(await showSymbol(pictures))) throw new Unprovided('a browser', ONLY_A_BROWSER);
  return pictures;
}

const ONLY_A_BROWSER = 'the page has drawings, which only a browser shows: leave out --drive api';

/** Text in the source itself is a drawing too; a page that says that there is no such file is none. */
function isDrawing(source: string, file: Uint8Array = new Uint8Array()): boolean {
  const isPage = /^\s*<(!doctype html|html)/i.test(Buffer.from(file.subarray(0, 100)).toString());
  return !isPng(file) && !isPage && (file.length || source.length) >= SHORTEST_SYMBOL;
}

function hasDrawing(document: Document): boolean {
  const drawings = [...document.querySelectorAll('svg, canvas')].filter((drawing) => !isHidden(drawing));
  return drawings.some(({ tagName, innerHTML }) => /canvas/i.test(tagName) || innerHTML.length >= SHORTEST_SYMBOL);
}

async function showSymbol(pictures: Uint8Array[]): Promise<boolean> {
  for (const picture of pictures) if (await showsSymbol(picture)) return true;
  return false;
}

/** One picture, out of the page itself or from its address. */
export async function fetchPicture(source: string, pageAddress: string, actor: HttpActor): Promise<Uint8Array> {
  const [, base64] = /^data:[^,]*;base64,(.*)$/s.exec(source) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (source.startsWith('data:')) return new Uint8Array();
  const { href, origin } = new URL(source, pageAddress);
  try {
    return (await sendRequest(actor, href)).body;
  } catch (error) {
    // Somebody else's picture that cannot be had is a gap in the page, as in a browser.
    if (origin !== new URL(pageAddress).origin && error instanceof TargetGone) return new Uint8Array();
    throw error;
  }
}

export function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50;
}
