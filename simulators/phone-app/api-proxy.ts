import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Answer } from '../network/answer.ts';
import { fetchOnce } from '../network/fetcher.ts';

/** The app's session, out of reach of its scripts. Cookies know no ports, so the name is to be no portal's. */
const COOKIE = 'paircheck_app_session';
/** What the app has in place of its token. */
const TOKEN_IN_COOKIE = 'kept in a cookie';
const COOKIE_PLACE = { httpOnly: true, sameSite: 'strict', path: '/phone' } as const;
const LONGEST_REQUEST = '256kb';

/**
 * Hands the app's requests on to the server of its portal: for the browser both have one origin. The token stays here, in
 * a cookie that no script can read, and counts only beside the header that none but the app's own scripts can send.
 * @param cookie its name: that of another app on this machine has to be another
 */
export function apiProxy(phoneApiUrl: string, cookie = COOKIE): RequestHandler[] {
  const handOn: RequestHandler = async (request, response) => {
    const answer = await ask(new URL(request.originalUrl, phoneApiUrl).href, { request, cookie }).catch(
      () => undefined,
    );
    // Signing out is the one thing that is taken away; what comes after begins anew.
    if (request.method === 'DELETE') response.clearCookie(cookie, COOKIE_PLACE);
    if (answer) giveBack(answer, { response, cookie });
    else response.status(502).json({ title: 'The server of the app does not answer' });
  };
  return [express.text({ type: () => true, limit: LONGEST_REQUEST }), handOn];
}

interface Asked {
  request: Request;
  cookie: string;
}

interface Answering {
  response: Response;
  cookie: string;
}

function ask(address: string, { request, cookie }: Asked): Promise<Answer> {
  const { method, headers, body } = request;
  const token = headers.authorization === undefined ? undefined : tokenIn(headers.cookie ?? '', cookie);
  const sent = typeof body === 'string' && body !== '' ? body : undefined;
  return fetchOnce(address, {
    method,
    headers: {
      ...besides(headers),
      accept: 'application/json',
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(sent !== undefined && { body: sent }),
  });
}

/** What an app says besides, such as the time or its version: whom it asks may or may not go by that. */
function besides(headers: Request['headers']): Record<string, string> {
  const said = Object.entries(headers).filter(([name]) => /^(date|user-agent|x-.*)$/.test(name));
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

function giveBack(answer: Answer, { response, cookie }: Answering): void {
  response.status(answer.status);
  for (const name of ['content-type', 'date', 'retry-after']) {
    const [value] = answer.header(name);
    if (value !== undefined) response.set(name, value);
  }
  response.end(withoutToken(answer.text(), { response, cookie }));
}

function withoutToken(text: string, { response, cookie }: Answering): string {
  const said = objectIn(text);
  if (typeof said?.token !== 'string') return text;
  response.cookie(cookie, said.token, COOKIE_PLACE);
  return JSON.stringify({ ...said, token: TOKEN_IN_COOKIE });
}

function objectIn(text: string): { token?: unknown } | undefined {
  try {
    return JSON.parse(text) as { token?: unknown };
  } catch {
    return undefined;
  }
}

function tokenIn(cookies: string, cookie: string): string | undefined {
  const value = new RegExp(`(?:^|;\\s*)${cookie}=([^;]*)`).exec(cookies)?.[1];
  return value === undefined ? undefined : decodeURIComponent(value);
}
