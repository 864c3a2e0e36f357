import type { Page } from './page.ts';
import type { Portal } from './portal.ts';

/** Whether the way to the registration begins here, as it does for whoever is signed in. */
export function offersWay(page: Page, { labels }: Portal): Promise<boolean> {
  const [firstStep = ''] = labels.path;
  return page.reach({ kind: 'press', name: firstStep });
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
