import type { Session } from './session.ts';

/** What WebDriver BiDi tells of a tab's network. @see https://www.w3.org/TR/webdriver-bidi/ section "network" */
export interface Sent {
  context: string | null;
  /** Whether somebody of ours has to say how it goes on. */
  isBlocked: boolean;
  /** The navigation that it is part of, as its document; else none. */
  navigation: string | null;
  request: Requested;
}

interface Requested {
  /** The browser's id of it. */
  request: string;
  url: string;
  method: string;
  headers: Header[];
  /** What it is for. @see https://fetch.spec.whatwg.org/ section "request destination" */
  destination?: string;
  initiatorType?: string | null;
}

export interface Header {
  name: string;
  value: Bytes;
}

export interface Bytes {
  type: 'string' | 'base64';
  value: string;
}

/** The same once it was answered, or was not. */
export interface Answered extends Sent {
  response?: { status: number; fromCache: boolean; headers: Header[] };
  errorText?: string;
}

export function bytesOf({ type, value }: Bytes): Buffer {
  return Buffer.from(value, type === 'base64' ? 'base64' : 'utf8');
}

/** An answer that somebody of ours gives in place of a server. */
interface Given {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Answers a request that is held back. */
export async function provide(session: Session, request: string, { status, headers, body }: Given): Promise<void> {
  await session.send('network.provideResponse', {
    request,
    statusCode: status,
    headers: headers.map(([name, value]) => ({ name, value: { type: 'string', value } })),
    body: { type: 'base64', value: body.toString('base64') },
  });
}

/** The body of a request that is held back, where it has one. */
export async function sentBody(session: Session, request: string): Promise<string | undefined> {
  try {
    const { bytes } = await session.send<{ bytes: Bytes }>('network.getData', { request, dataType: 'request' });
    return bytesOf(bytes).toString();
  } catch {
    // A request without a body has none to be had.
    return undefined;
  }
}
