import type { PictureFile } from '../../testimony/shape.ts';

/** A picture as the page holds it: once, however often it is shown. */
interface BookPicture {
  /** Of the element that holds it. */
  id: string;
  dataUri: string;
  width: number;
  height: number;
}

/** Where no size can be read; a picture is fitted into it. */
const USUAL_SIZE = { width: 800, height: 600 };

/**
 * The pictures of a run by path, for a page that is written from its top to its end. Two that are equal to the last
 * byte are one, for many pages look the same. An `<img>` of its own for each lets a browser leave what is not in sight:
 * pictures that are defined in one place and used in others are all drawn before the page is ready.
 */
export class PictureBook {
  readonly #shown = new Set<BookPicture>();
  readonly #byPath = new Map<string, BookPicture>();
  readonly #byContent = new Map<string, BookPicture>();

  constructor(files: readonly PictureFile[]) {
    for (const file of files) this.#add(file);
  }

  #add(file: PictureFile): void {
    const dataUri = `data:${file.mediaType};base64,${file.base64}`;
    const id = `picture-${this.#byContent.size + 1}`;
    const picture = this.#byContent.get(dataUri) ?? { id, dataUri, ...sizeOf(file) };
    this.#byContent.set(dataUri, picture);
    this.#byPath.set(file.path, picture);
  }

  has(path: string | undefined): boolean {
    return path !== undefined && this.#byPath.has(path);
  }

  /** The picture, and whether this is the place that holds it; every later place can only refer to that one. */
  show(path: string | undefined): { picture: BookPicture; isFirst: boolean } | undefined {
    const picture = path === undefined ? undefined : this.#byPath.get(path);
    if (!picture) return undefined;
    const isFirst = !this.#shown.has(picture);
    this.#shown.add(picture);
    return { picture, isFirst };
  }
}

interface Size {
  width: number;
  height: number;
}

function sizeOf({ mediaType, base64 }: PictureFile): Size {
  const size = mediaType === 'image/png' ? sizeOfPng(base64) : sizeOfDrawing(base64);
  return size.width > 0 && size.height > 0 ? size : USUAL_SIZE;
}

/** The first chunk says it: width and height in pixels, at bytes 16 and 20. @see PNG section 11.2.2 */
function sizeOfPng(base64: string): Size {
  const head = Buffer.from(base64.slice(0, 32), 'base64');
  return head.length < 24 ? USUAL_SIZE : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function sizeOfDrawing(base64: string): Size {
  const [, box = ''] = /viewBox="([^"]*)"/.exec(Buffer.from(base64, 'base64').toString('utf8')) ?? [];
  const [, , width = 0, height = 0] = box.split(/[\s,]+/).map(Number);
  return { width, height };
}
