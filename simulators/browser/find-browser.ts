import { BrowserNotFound } from './browser-not-found.ts';
import { BROWSER_PLACES, type BrowserPlace, type BrowserSearch } from './browser-places.ts';
import type { FoundBrowser } from './found-browser.ts';

/**
 * The browser to play the web user with: the first that is there, in the order of `BROWSER_PLACES`.
 *
 * @throws BrowserNotFound when there is none, or when PUPPETEER_EXECUTABLE_PATH names a file that is not there
 */
export async function findBrowser(
  search: BrowserSearch,
  places: readonly BrowserPlace[] = BROWSER_PLACES,
): Promise<FoundBrowser> {
  const tried: string[] = [];
  for (const look of places) {
    const found = await look(search);
    if (typeof found !== 'string') {
      return found;
    }
    tried.push(found);
  }
  throw BrowserNotFound.anywhere(tried);
}
