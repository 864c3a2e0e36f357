import { Cookie } from 'tough-cookie';
import type { SessionCookie } from '../page.ts';

/** A cookie of the jar as other windows know it: a dot begins the domain of one that other hosts of it get as well. */
export function toSessionCookie(cookie: Cookie): SessionCookie {
  const { key, value, domain, hostOnly, path, expires, httpOnly, secure } = cookie;
  return {
    name: key,
    value,
    domain: `${hostOnly ? '' : '.'}${domain}`,
    path: path ?? '/',
    expires: expires instanceof Date ? expires.getTime() / 1000 : -1,
    httpOnly,
    secure,
  };
}

/** The way back. */
export function fromSessionCookie({ name, expires, domain, ...cookie }: SessionCookie): Cookie {
  const end = expires < 0 ? 'Infinity' : new Date(expires * 1000);
  return new Cookie({ ...cookie, key: name, expires: end, domain: domain.startsWith('.') ? hostOf(domain) : null });
}

/** An address that may set this cookie. */
export function originOf({ domain }: SessionCookie): string {
  return `https://${hostOf(domain)}`;
}

function hostOf(domain: string): string {
  return domain.replace(/^\./, '');
}
