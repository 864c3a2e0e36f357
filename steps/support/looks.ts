import type { WebUser } from '../../simulators/web-user/web-user.ts';

/** The secrets of a registration that a page shows or carries, in words; none where it should show none. */
export async function secretsShown(web: WebUser): Promise<string[]> {
  return [
    ...((await web.qrCode()) ? ['a QR code'] : []),
    ...((await web.showsKey()) ? ['a key'] : []),
    ...(/otpauth/i.test(await web.wire.source()) ? ['an otpauth address in its source'] : []),
  ];
}
