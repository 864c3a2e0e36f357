import { type Attachment, AttachmentContentEncoding } from '@cucumber/messages';
import { PICTURE_NAMES } from '../evidence.ts';
import type { PictureFile, PictureName, PictureRefs } from './shape.ts';

const ENDINGS = { 'image/png': 'png', 'image/svg+xml': 'svg' } as const;

/** The pictures of a run, named as they come: `add` takes what one step or hook attached and gives the paths. */
export class PictureShelf {
  readonly #files: PictureFile[] = [];
  #moments = 0;

  add(attachments: readonly Attachment[]): PictureRefs {
    const pictures = attachments.filter(isPicture);
    if (pictures.length > 0) this.#moments += 1;
    const refs: PictureRefs = {};
    for (const picture of pictures)
      refs[picture.fileName] = `pictures/${this.#moments}-${picture.fileName}.${ENDINGS[picture.mediaType]}`;
    const last = new Map(pictures.map((picture) => [refs[picture.fileName], picture]));
    for (const [path, picture] of last) if (path !== undefined) this.#files.push(fileOf(path, picture));
    return refs;
  }

  files(): PictureFile[] {
    return [...this.#files];
  }
}

type PictureAttachment = Attachment & { fileName: PictureName; mediaType: keyof typeof ENDINGS };

function isPicture(attachment: Attachment): attachment is PictureAttachment {
  const names: string[] = Object.values(PICTURE_NAMES);
  return attachment.mediaType in ENDINGS && names.includes(attachment.fileName ?? '');
}

function fileOf(path: string, picture: PictureAttachment): PictureFile {
  const isBase64 = picture.contentEncoding === AttachmentContentEncoding.BASE64;
  const base64 = isBase64 ? picture.body : Buffer.from(picture.body, 'utf8').toString('base64');
  return { path, mediaType: picture.mediaType, base64 };
}
