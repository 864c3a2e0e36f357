import type { CDPSession, Protocol } from 'puppeteer';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { NoConnection, Unprovided } from '../../simulators/errors.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';
import type { NetworkState } from '../../simulators/network/phone-network.ts';

type Reason = Protocol.Network.ErrorReason;

const FAILURES: Record<Exclude<NetworkState, 'online'>, Reason> = {
  offline: 'InternetDisconnected',
  silent: 'TimedOut',
};
const PATHS: readonly string[] = Object.values(PHONE_API);

/** The server of an app that speaks the published phone API, played: the app's requests come here in place of it. */
export class PlayedApi {
  readonly #fetcher: Fetcher;
  #isAsked = false;

  constructor(fetcher: Fetcher) {
    this.#fetcher = fetcher;
  }

  /** @throws {Unprovided} when the app has asked nothing since it was opened: it speaks with somebody in other words */
  requireAsked(): void {
    if (this.#isAsked) return;
    throw new Unprovided('an app whose server can be played', 'this one does not speak protocol/openapi.json');
  }

  /** Answers a tab in place of whomever it asks. @param network what the phone's network is like */
  async answer(devtools: CDPSession, network: () => NetworkState): Promise<void> {
    devtools.on('Fetch.requestPaused', (paused) => {
      // One that the page has dropped meanwhile is nobody's any more.
      this.#respond(devtools, paused, network()).catch(() => {});
    });
    await devtools.send('Fetch.enable', { patterns: PATHS.map((path) => ({ urlPattern: `*${path}` })) });
  }

  async #respond(
    devtools: CDPSession,
    { requestId, request }: Protocol.Fetch.RequestPausedEvent,
    network: NetworkState,
  ): Promise<void> {
    this.#isAsked = true;
    const fail = (errorReason: Reason) => devtools.send('Fetch.failRequest', { requestId, errorReason });
    if (network !== 'online') return fail(FAILURES[network]);
    try {
      const answer = await this.#ask(request);
      const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }));
      const body = Buffer.from(answer.body).toString('base64');
      await devtools.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body });
    } catch (error) {
      if (!(error instanceof NoConnection)) throw error;
      await fail('ConnectionRefused');
    }
  }

  #ask({ url, method, headers, postData }: Protocol.Network.Request): ReturnType<Fetcher> {
    const inLowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const body = postData === undefined ? {} : { body: postData };
    return this.#fetcher(url, { method, headers: Object.fromEntries(inLowerCase), ...body });
  }
}
