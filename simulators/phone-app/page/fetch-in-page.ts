import { NoConnection } from '../../errors.ts';
import { Answer } from '../../network/answer.ts';
import type { Fetcher } from '../../network/fetcher.ts';

/** Longer than a server takes that answers at all, short enough for somebody who looks at the screen. */
const PATIENCE_MS = 8000;

/** The browser's way to the server. @throws {NoConnection} when no whole answer comes */
export const fetchInPage: Fetcher = async (address, request) => {
  try {
    const response = await fetch(address, {
      ...request,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return new Answer({ status: response.status, url: address, fields: [...response.headers].flat(), body });
  } catch (cause) {
    if (!isOfNetwork(cause)) throw cause;
    throw new NoConnection(navigator.onLine ? 'The server does not answer' : 'There is no network');
  }
};

/** @see Fetch, "network error": a TypeError without any further word */
function isOfNetwork(cause: unknown): boolean {
  return cause instanceof TypeError || (cause instanceof DOMException && cause.name === 'TimeoutError');
}
