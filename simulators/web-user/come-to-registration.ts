import { showsSymbol } from '../camera/eye.ts';
import { proveDevice, walk } from './insist.ts';
import type { Page } from './page.ts';
import type { Portal } from './portal.ts';
import { isAtRegistration } from './shortcut.ts';

/**
 * Comes, signed in, to where a registration begins: by bookmark, else by the named steps.
 * @param code of a registered device, for a portal that asks for one before it asks for a name
 */
export async function comeToRegistration(page: Page, portal: Portal, code?: () => Promise<string>): Promise<void> {
  const { bookmarks, labels } = portal;
  if (bookmarks.registration) await page.open(bookmarks.registration);
  const isThere = bookmarks.registration && (await isAtRegistration(page, portal));
  if (!isThere) await walk(page, portal, labels.path);
  const asksForName = (await isAskedForName(page, portal)) || (await startsOver(page, portal));
  // Where a code is asked for first, somebody without a device may find the same question, or nothing.
  if (asksForName) bookmarks.registration = page.address();
  const asksForCode = () => page.has({ kind: 'fill', name: labels.oneTimeCode });
  if (code && !asksForName && (await asksForCode())) await proveDevice(page, portal, code);
}

/** Whether the page asks for the name that a registration begins with. */
export function isAskedForName(page: Page, { labels }: Portal): Promise<boolean> {
  return page.has({ kind: 'fill', name: labels.deviceName });
}

/** The page's first picture with a QR code on it. */
export async function qrCodeOn(page: Page): Promise<Uint8Array | undefined> {
  for (const picture of await page.pictures()) {
    if (await showsSymbol(picture)) return picture;
  }
  return undefined;
}

/** A portal may go on with a registration that was left: that is given up for another. @returns whether a name is asked for */
async function startsOver(page: Page, portal: Portal): Promise<boolean> {
  if (!(await qrCodeOn(page)) || !(await page.press(portal.labels.startOver))) return false;
  if (await isAskedForName(page, portal)) return true;
  await walk(page, portal, portal.labels.path);
  return isAskedForName(page, portal);
}
