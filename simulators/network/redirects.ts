import type { Answer } from './answer.ts';
import { type Fetcher, fetchOnce, type HttpRequest } from './fetcher.ts';

const REDIRECTS = [301, 302, 303, 307, 308];
/** More is going round in circles. @see Fetch (WHATWG), "HTTP-redirect fetch" */
const MOST_REDIRECTS = 20;

/**
 * A fetcher that goes on to where it is sent, as browsers do.
 * @throws Error when that does not end
 * @see Fetch (WHATWG), "HTTP-redirect fetch"
 */
export function following(fetcher: Fetcher): Fetcher {
  return async (address, request) => {
    let [at, asked] = [address, request];
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      const answer = await fetcher(at, asked);
      const to = targetOf(answer);
      if (to === undefined) return answer;
      asked = sentOn(asked, answer, to);
      at = to.href;
    }
    throw new Error(`${MOST_REDIRECTS} redirects, and then another`);
  };
}

/** Keeps no cookies. */
export const fetchFollowing: Fetcher = following(fetchOnce);

function targetOf(answer: Answer): URL | undefined {
  const [location] = REDIRECTS.includes(answer.status) ? answer.header('location') : [];
  return location === undefined ? undefined : new URL(location, answer.url);
}

/** What is asked at the next address: nobody else gets the token, and what was sent is sent again only where it is said so. */
function sentOn({ method = 'GET', headers = {}, body }: HttpRequest, { status, url }: Answer, to: URL): HttpRequest {
  const isRead = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  const dropped = [
    ...(isRead ? ['content-type'] : []),
    ...(to.origin === new URL(url).origin ? [] : ['authorization']),
  ];
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.includes(name.toLowerCase())));
  if (isRead) return { method: 'GET', headers: kept };
  return { method, headers: kept, ...(body !== undefined && { body }) };
}
