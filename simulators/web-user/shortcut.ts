import type { Page } from './page.ts';
import type { Portal } from './portal.ts';

/** Whether the way to the registration begins here, as it does for whoever is signed in. */
export function offersWay(page: Page, { labels }: Portal): Promise<boolean> {
  const [firstStep = ''] = labels.path;
  return page.reach({ kind: 'press', name: firstStep });
}

/** To where whoever is signed in begins; strangers mostly find the sign-in there. */
export function openHome(page: Page, { url, bookmarks }: Portal): Promise<void> {
  return page.open(bookmarks.home ?? url);
}

/** Whether the way to the registration begins at home; if not, somebody is on the portal's first page. */
export async function isAtHome(page: Page, portal: Portal): Promise<boolean> {
  await openHome(page, portal);
  if (await offersWay(page, portal)) return true;
  const { home = portal.url } = portal.bookmarks;
  if (home !== portal.url) await page.open(portal.url);
  return false;
}

/** Notes, once, where somebody begins who has just signed in: on the first page, or on the one where they are now. */
export async function noteHome(page: Page, portal: Portal): Promise<void> {
  const { bookmarks, url } = portal;
  if (bookmarks.home !== undefined || !(await offersWay(page, portal))) return;
  const here = page.address();
  await page.open(url);
  bookmarks.home = (await offersWay(page, portal)) ? url : here;
  if (page.address() !== here) await page.open(here);
}

/** Whether the page asks for what a registration begins with: a name, or first a code of a registered device. */
export async function isAtRegistration(page: Page, { labels }: Portal): Promise<boolean> {
  const has = (name: RegExp) => page.has({ kind: 'fill', name });
  // A username is a name too.
  if (await has(labels.password)) return false;
  return (await has(labels.deviceName)) || (await has(labels.oneTimeCode));
}

/**
 * Goes to the registration by bookmark, as somebody who is asked to sign in and then led to where they wanted to go.
 * @returns whether they were; a portal that leads elsewhere is not tried again
 */
export async function signInOnTheWay(page: Page, portal: Portal, signIn: () => Promise<void>): Promise<boolean> {
  const { bookmarks } = portal;
  if (!bookmarks.registration || bookmarks.signIn === '') return false;
  await page.open(bookmarks.signIn ?? bookmarks.registration);
  // Signed in already, or strangers are let in too: the ordinary way tells which.
  if (!(await page.has({ kind: 'fill', name: portal.labels.password }))) return false;
  bookmarks.signIn = page.address();
  await signIn();
  const isThere = await isAtRegistration(page, portal);
  if (!isThere) bookmarks.signIn = '';
  return isThere;
}
