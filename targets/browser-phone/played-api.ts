import type { CDPSession, Protocol } from 'puppeteer';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { Unprovided } from '../../simulators/errors.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';

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

  /** Which addresses it answers. */
  get patterns(): string[] {
    return PATHS.map((path) => `*${path}`);
  }

  answers(url: string): boolean {
    return PATHS.includes(new URL(url).pathname);
  }

  /** Answers one request of a tab in place of whomever it asks. */
  async respond(devtools: CDPSession, { requestId, request }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    this.#isAsked = true;
    const answer = await this.#ask(request);
    const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }));
    const body = Buffer.from(answer.body).toString('base64');
    await devtools.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body });
  }

  #ask({ url, method, headers, postData }: Protocol.Network.Request): ReturnType<Fetcher> {
    const inLowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const body = postData === undefined ? {} : { body: postData };
    return this.#fetcher(url, { method, headers: Object.fromEntries(inLowerCase), ...body });
  }
}
