import { Cookie } from 'tough-cookie';
import type { SessionCookie } from '../page.ts';

/** A cookie of the jar as other windows know it; one without a domain belongs to the host that set it. */
export function toSessionCookie(cookie: Cookie, hostname: string): SessionCookie {
  const { key, value, domain, path, expires, httpOnly, secure } = cookie;
  return {
    name: key,
    value,
    domain: domain ?? hostname,
    path: path ?? '/',
    expires: expires instanceof Date ? expires.getTime() / 1000 : -1,
    httpOnly,
    secure,
  };
}

/** The way back. */
export function fromSessionCookie({ name, expires, domain, ...cookie }: SessionCookie): Cookie {
  const end = expires < 0 ? 'Infinity' : new Date(expires * 1000);
  return new Cookie({ ...cookie, key: name, expires: end });
}
