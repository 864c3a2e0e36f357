import { TargetGone } from '../../errors.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';

/** The pictures of a page, those in PNG; drawings are for who lays pages out. */
export async function fetchPictures(document: Document, pageAddress: string, actor: HttpActor): Promise<Uint8Array[]> {
  const sources = [...document.querySelectorAll('img[src]')].map((image) => image.getAttribute('src') ?? '');
  const pictures = await Promise.all(sources.map((source) => fetchPicture(source, pageAddress, actor)));
  return pictures.filter(isPng);
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
