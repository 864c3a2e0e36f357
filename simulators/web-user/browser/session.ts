import type { BrowserContext } from 'puppeteer';
import type { SessionCookie } from '../page.ts';

/** The cookies of a session, for another window. */
export async function cookiesOf(context: BrowserContext): Promise<SessionCookie[]> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value, domain, path, expires, httpOnly = false, secure, sameSite }) => ({
    name,
    value,
    domain,
    path,
    expires,
    httpOnly,
    secure,
    sameSite: sameSite === 'Default' ? undefined : sameSite,
  }));
}

/** Takes over the cookies of another window. */
export function setCookies(context: BrowserContext, cookies: SessionCookie[]): Promise<void> {
  return context.setCookie(
    ...cookies.map(({ sameSite, ...cookie }) => (sameSite === undefined ? cookie : { ...cookie, sameSite })),
  );
}
