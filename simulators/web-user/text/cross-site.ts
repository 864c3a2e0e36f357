import type { Cookie, CookieJar } from 'tough-cookie';
import type { Answer } from '../../network/answer.ts';
import { fetchOnce } from '../../network/fetcher.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import type { ForeignRequest, FormAround } from '../page.ts';

/** A site that is not the portal's. Nothing is ever fetched from it. */
const ELSEWHERE = 'https://elsewhere.example';

/**
 * Sends what a page of another site makes a browser send, with the cookies that it may use there: Lax ones only where
 * the person follows a link; those that say SameSite=None, or nothing, in any case, for not every browser takes nothing
 * for Lax, and those that do leave new cookies two minutes.
 * @returns the answer, a redirect not yet followed
 * @see RFC 6265bis section 5.2
 */
export async function sendFromElsewhere(
  { actor, jar }: { actor: HttpActor; jar: CookieJar },
  form: FormAround,
  how: ForeignRequest,
): Promise<Answer> {
  const body = new URLSearchParams(form.fields).toString();
  const sameSiteContext = how === 'a link' ? 'lax' : 'none';
  const cookies: Cookie[] = await jar.getCookies(form.action, { sameSiteContext });
  const cookie = cookies.map((each) => each.cookieString()).join('; ');
  const headers = { cookie, 'sec-fetch-site': 'cross-site', referer: `${ELSEWHERE}/` };
  const outside: HttpActor = { ...actor, fetcher: fetchOnce };
  if (how === 'a link') {
    return sendRequest(outside, `${form.action.split('?')[0]}?${body}`, { headers });
  }
  const contentType = how === 'a form' ? 'application/x-www-form-urlencoded' : 'text/plain';
  return sendRequest(outside, form.action, {
    method: 'POST',
    headers: { ...headers, origin: ELSEWHERE, 'content-type': contentType },
    body,
  });
}
