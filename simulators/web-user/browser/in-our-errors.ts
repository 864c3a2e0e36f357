import { Blocked, Replaced, TargetGone } from '../../errors.ts';

/** What Puppeteer says of an element that a script has put another in place of. */
const REPLACED = /Node is detached from document|not clickable or not an Element/;

/** Longer than any page from this machine takes to come. */
export const PATIENCE_MS = 10_000;
/** What Chromium and Puppeteer say when there is no server, no page or no browser left. */
const GONE = /net::ERR_|Target closed|Session closed|Connection closed|detached|Failed to fetch/;

/** What went wrong with a page at an address, as those know it who act on pages. */
export function inOurErrors(cause: unknown, address: string): unknown {
  if (!(cause instanceof Error)) return cause;
  if (REPLACED.test(cause.message)) return new Replaced('the web page was drawn anew while it was used', { cause });
  if (GONE.test(cause.message)) return new TargetGone(`the web page went away: ${cause.message}`, { cause });
  if (cause.name !== 'TimeoutError' && !cause.message.includes('timed out')) return cause;
  const { pathname } = new URL(address);
  return new Blocked(`the web page at ${pathname} did not come to rest in ${PATIENCE_MS} ms`);
}
