import { NoConnection } from '../errors.ts';
import { Answer } from './answer.ts';
import type { Fetcher } from './fetcher.ts';

/**
 * `offline`: nothing leaves the phone. `unreachable`: nobody takes the connection. `silent`: what it sends is never
 * answered. `failing` and `busy`: what stands before the server answers in its place, that it broke or is asked too much.
 */
export const NETWORK_STATES = ['online', 'offline', 'unreachable', 'silent', 'failing', 'busy'] as const;
export type NetworkState = (typeof NETWORK_STATES)[number];

const RETRY_AFTER_SECONDS = 30;
const PLAIN_TEXT = { 'content-type': 'text/plain' };

/** What is answered in place of the server, as the gateway before it would. @see RFC 9110 section 15.6.1, RFC 6585 section 4 */
export const GATEWAY_ANSWERS = {
  failing: { status: 500, headers: PLAIN_TEXT, body: 'Internal Server Error' },
  busy: {
    status: 429,
    headers: { ...PLAIN_TEXT, 'retry-after': String(RETRY_AFTER_SECONDS) },
    body: 'Too Many Requests',
  },
} as const;

const NO_CONNECTION = {
  offline: 'There is no network',
  unreachable: 'The server cannot be reached',
  silent: 'The server does not answer',
} as const;

/** The network as one phone has it: a way out that can be cut off. A silence is told at once, not waited for. */
export class PhoneNetwork {
  state: NetworkState = 'online';
  readonly fetcher: Fetcher;

  constructor(fetcher: Fetcher) {
    this.fetcher = async (address, request) => {
      const { state } = this;
      if (state === 'online') return fetcher(address, request);
      if (state !== 'failing' && state !== 'busy') throw new NoConnection(NO_CONNECTION[state]);
      const { status, headers, body } = GATEWAY_ANSWERS[state];
      return new Answer({
        status,
        url: address,
        fields: Object.entries(headers).flat(),
        body: new TextEncoder().encode(body),
      });
    };
  }
}
