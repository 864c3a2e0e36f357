import type { Page } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';

/** How the form is found, and known. */
interface Ways {
  comeThere(): Promise<void>;
  comesToPassword(): Promise<boolean>;
}

/**
 * Opens the sign-in where its form was found before: to come there may take several pages. One that no longer leads
 * there is not tried again.
 */
export async function openKnownSignIn(page: Page, { bookmarks }: Portal, ways: Ways): Promise<void> {
  if (bookmarks.signIn) {
    await page.open(bookmarks.signIn);
    if (await ways.comesToPassword()) return;
    bookmarks.signIn = '';
  }
  await ways.comeThere();
  bookmarks.signIn ??= (await ways.comesToPassword()) ? page.address() : '';
}
