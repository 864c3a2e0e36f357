import { onWhite } from '../../simulators/camera/on-white.ts';
import { Blocked } from '../../simulators/errors.ts';

const PNG_AS_BASE64 = /^(?:data:image\/png;base64,)?(iVBORw0KGgo[A-Za-z0-9+/]*={0,2})$/;

/** The picture in a data URL or in plain Base64. @throws {Blocked} when it is no PNG */
export function pngIn(text: string): Uint8Array {
  const base64 = PNG_AS_BASE64.exec(text.trim())?.[1];
  if (base64 !== undefined) return onWhite(Buffer.from(base64, 'base64'));
  const [mediaType = 'something else'] = /^data:[^;,]*/.exec(text) ?? [];
  throw new Blocked(
    `wanted a picture (PNG, in Base64) of the QR code, got ${mediaType}; take its text as "uri" instead`,
  );
}
