import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Answer } from '../network/answer.ts';
import { fetchOnce } from '../network/fetcher.ts';
import { framedByOwnOrigin } from './framing.ts';
import type { WholeExchange } from './heard.ts';

interface ProxyOptions {
  /** Where the portal answers, once it does. */
  portalUrl(): Promise<string>;
  /** This server's own origin, which the portal takes for its own. */
  origin(): string;
  /** Told of every exchange. */
  onExchange(exchange: WholeExchange): void;
}

const LONGEST_REQUEST = '256kb';
/** About one connection alone, or about a body that is written anew here. @see RFC 9110 section 7.6.1 */
const OF_ONE_CONNECTION: readonly string[] = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'host',
  'accept-encoding',
];

/** Hands everything on to the portal, and its answers back: the same but for who may frame them. */
export function portalProxy(options: ProxyOptions): RequestHandler[] {
  const handOn: RequestHandler = async (request, response) => {
    const portalUrl = await options.portalUrl();
    const ends = { portalUrl, origin: options.origin() };
    const answer = await ask(request, ends).catch(() => undefined);
    if (!answer) return void response.status(502).type('text').send('The portal does not answer');
    options.onExchange(wholeOf(request, answer));
    giveBack(answer, { response, ...ends });
  };
  return [express.text({ type: () => true, limit: LONGEST_REQUEST }), handOn];
}

interface Ends {
  portalUrl: string;
  origin: string;
}

function ask({ method, originalUrl, headers, body }: Request, { portalUrl, origin }: Ends): Promise<Answer> {
  const sent = Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.includes(name));
  const asTold = sent.map(([name, value]) => [name, String(value).replace(origin, portalUrl)] as const);
  const text = typeof body === 'string' && body !== '' ? body : undefined;
  return fetchOnce(new URL(originalUrl, portalUrl).href, {
    method,
    headers: Object.fromEntries(asTold),
    ...(text !== undefined && { body: text }),
  });
}

function giveBack(answer: Answer, { response, portalUrl, origin }: Ends & { response: Response }): void {
  response.status(answer.status);
  const names = [...new Set(answer.headers.keys())].filter((name) => !OF_ONE_CONNECTION.includes(name));
  const fields = names.flatMap((name) => answer.header(name).map((value) => [name, value] as const));
  for (const [name, value] of framedByOwnOrigin(fields))
    response.append(name, name === 'location' ? value.replace(portalUrl, origin) : value);
  response.end(answer.body);
}

function wholeOf({ method, originalUrl, headers, body }: Request, answer: Answer): WholeExchange {
  return {
    method,
    address: originalUrl,
    headers,
    body: typeof body === 'string' ? body : '',
    status: answer.status,
    answer: answer.text(),
    answerType: answer.header('content-type')[0] ?? '',
  };
}
