import { asPng } from '../../simulators/camera/as-png.ts';
import { Blocked } from '../../simulators/errors.ts';
import { inDataUrl } from '../../simulators/network/data-url.ts';

/** The picture, in PNG, in a data URL, in plain Base64 or in the markup of a drawing. @throws {Blocked} when it is none */
export async function pictureIn(text: string): Promise<Uint8Array> {
  const bytes = /^data:/i.test(text)
    ? await inDataUrl(text)
    : Buffer.from(text, /^\s*</.test(text) ? 'utf8' : 'base64');
  const picture = await asPng(bytes);
  if (picture) return picture;
  const [kind = 'something else'] = /^data:[^;,]*/.exec(text) ?? [];
  throw new Blocked(
    `wanted a picture of the QR code (a data URL, Base64, or the markup of an SVG), got ${kind}; take its text as "uri" instead`,
  );
}
