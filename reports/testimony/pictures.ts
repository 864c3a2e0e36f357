import { type Attachment, AttachmentContentEncoding } from '@cucumber/messages';
import { PICTURE_NAMES } from '../evidence.ts';
import type { PictureFile, PictureName, PictureRefs } from './shape.ts';

const ENDINGS = { 'image/png': 'png', 'image/svg+xml': 'svg' } as const;

/** The pictures of a run, named as they come: `add` takes what one step or hook attached and gives the paths. */
export class PictureShelf {
  readonly #files: PictureFile[] = [];
  #moments = 0;

  add(attachments: readonly Attachment[]): PictureRefs {
    const pictures = attachments.flatMap((attachment) => pictureIn(attachment) ?? []);
    if (pictures.length > 0) this.#moments += 1;
    const refs: PictureRefs = {};
    for (const { name, mediaType } of pictures) refs[name] = `pictures/${this.#moments}-${name}.${ENDINGS[mediaType]}`;
    const last = new Map(pictures.map(({ name, ...picture }) => [refs[name], picture]));
    for (const [path, picture] of last) if (path !== undefined) this.#files.push({ path, ...picture });
    return refs;
  }

  files(): PictureFile[] {
    return [...this.#files];
  }
}

/** One of the two pictures of a moment, if that is what was attached. */
export function pictureIn({ fileName, mediaType, body, contentEncoding }: Attachment): NamedPicture | undefined {
  const name = Object.values(PICTURE_NAMES).find((known) => known === fileName);
  if (!name || !hasEnding(mediaType)) return undefined;
  const isBase64 = contentEncoding === AttachmentContentEncoding.BASE64;
  return { name, mediaType, base64: isBase64 ? body : Buffer.from(body, 'utf8').toString('base64') };
}

interface NamedPicture extends Omit<PictureFile, 'path'> {
  name: PictureName;
}

function hasEnding(mediaType: string): mediaType is keyof typeof ENDINGS {
  return mediaType in ENDINGS;
}
