import type { Cookie, CookieJar } from 'tough-cookie';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import type { ForeignRequest, FormAround } from '../page.ts';

/** A site that is not the portal's. Nothing is ever fetched from it. */
const ELSEWHERE = 'https://elsewhere.example';

/** What an attacker's page can fill in: the field that a person would, and nothing that only the portal's own page knows. */
function knownFields({ fields, fieldName }: FormAround): URLSearchParams {
  return new URLSearchParams(fields.filter(([name]) => name === fieldName));
}

/**
 * Sends what a page of another site makes a browser send, with the cookies that it may use there: those that say
 * SameSite=None in any case, Lax ones, and those that say nothing, only where the person follows a link.
 * @returns the HTTP status
 * @see RFC 6265bis section 5.2
 */
export async function sendFromElsewhere(
  { actor, jar }: { actor: HttpActor; jar: CookieJar },
  form: FormAround,
  how: ForeignRequest,
): Promise<number> {
  const body = knownFields(form).toString();
  const sameSiteContext = how === 'a link' ? 'lax' : 'none';
  const all: Cookie[] = await jar.getCookies(form.action, { sameSiteContext });
  const cookies = all.filter(({ sameSite }) => how === 'a link' || sameSite === 'none');
  const headers = { cookie: cookies.join('; '), 'sec-fetch-site': 'cross-site', referer: `${ELSEWHERE}/` };
  const outside: HttpActor = { ...actor, fetcher: fetch };
  if (how === 'a link') {
    const response = await sendRequest(outside, `${form.action.split('?')[0]}?${body}`, { headers });
    return response.status;
  }
  const contentType = how === 'a form' ? 'application/x-www-form-urlencoded' : 'text/plain';
  const response = await sendRequest(outside, form.action, {
    method: 'POST',
    headers: { ...headers, origin: ELSEWHERE, 'content-type': contentType },
    body,
    redirect: 'manual',
  });
  return response.status;
}
