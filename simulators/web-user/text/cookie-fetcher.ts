import type { CookieJar } from 'tough-cookie';
import { type Fetcher, fetchOnce } from '../../network/fetcher.ts';
import { following } from '../../network/redirects.ts';

/** Sends the cookies of a jar and keeps there those that come back, on each address that a redirect leads over. */
export function fetcherWith(jar: CookieJar): Fetcher {
  return following(stoppingWith(jar));
}

/** The same, but goes no further than where it was sent. */
export function stoppingWith(jar: CookieJar): Fetcher {
  return async (address, { headers, ...request }) => {
    const cookie = jar.getCookieStringSync(address);
    const answer = await fetchOnce(address, { ...request, headers: { ...headers, ...(cookie !== '' && { cookie }) } });
    // One that no browser would keep is no error.
    for (const text of answer.header('set-cookie')) jar.setCookieSync(text, answer.url, { ignoreError: true });
    return answer;
  };
}
