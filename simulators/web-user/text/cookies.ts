import { Cookie } from 'tough-cookie';
import type { SessionCookie } from '../page.ts';

/** A cookie of the jar as other windows know it: a dot begins the domain of one that other hosts of it get as well. */
export function toSessionCookie(cookie: Cookie): SessionCookie {
  const { key, value, domain, hostOnly, path, expires, httpOnly, secure, sameSite } = cookie;
  return {
    name: key,
    value,
    domain: `${hostOnly ? '' : '.'}${domain}`,
    path: path ?? '/',
    expires: expires instanceof Date ? expires.getTime() / 1000 : -1,
    httpOnly,
    secure,
    sameSite: SAME_SITE[sameSite ?? ''],
  };
}

/** As the jar writes them and as browsers do; what is not said is neither. */
const SAME_SITE: Record<string, SessionCookie['sameSite']> = { strict: 'Strict', lax: 'Lax', none: 'None' };

/** The way back. */
export function fromSessionCookie({ name, expires, domain, sameSite, ...cookie }: SessionCookie): Cookie {
  const end = expires < 0 ? 'Infinity' : new Date(expires * 1000);
  const said = sameSite === undefined ? {} : { sameSite: sameSite.toLowerCase() };
  return new Cookie({
    ...cookie,
    ...said,
    key: name,
    expires: end,
    domain: domain.startsWith('.') ? hostOf(domain) : null,
  });
}

/** An address that may set this cookie. */
export function originOf({ domain }: SessionCookie): string {
  return `https://${hostOf(domain)}`;
}

function hostOf(domain: string): string {
  return domain.replace(/^\./, '');
}
