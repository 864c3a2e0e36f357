import { seeSymbols } from '../../simulators/camera/eye.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';

/** The names of all that can be pressed or filled in on somebody's page. */
export async function offersOf(web: WebUser): Promise<string[]> {
  return (await web.offers()).map((name) => name.slice(1, -1));
}

/** What the QR code on their page says; `undefined` where none can be read. */
export async function symbolOn(web: WebUser): Promise<string | undefined> {
  const picture = await web.qrCode();
  const [symbol] = picture ? await seeSymbols(picture) : [];
  return symbol?.text;
}
