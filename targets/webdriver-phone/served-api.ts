import { PHONE_API } from '../../protocol/phone-api.ts';
import { NoConnection, Unprovided } from '../../simulators/errors.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';
import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type { Page } from './page.ts';
import { type Bytes, bytesOf, type Sent } from './wire.ts';

const PATHS: readonly string[] = Object.values(PHONE_API);

/** The server of an app that speaks the published phone API, played: the app's requests come here in place of it. */
export class ServedApi {
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

  /** Answers a tab in place of whomever it asks. @returns what ends it */
  async answer(page: Page, network: () => NetworkState): Promise<() => void> {
    const { session, context } = page;
    await session.send('network.addIntercept', {
      phases: ['beforeRequestSent'],
      contexts: [context],
      urlPatterns: PATHS.map((pathname) => ({ type: 'pattern', pathname })),
    });
    return session.on('network.beforeRequestSent', (sent: Sent) => {
      const isOurs = sent.context === context && sent.isBlocked && PATHS.includes(new URL(sent.request.url).pathname);
      // One that the page has dropped meanwhile is nobody's any more.
      if (isOurs) this.#respond(page, sent, network()).catch(() => {});
    });
  }

  async #respond({ session }: Page, { request: asked }: Sent, network: NetworkState): Promise<void> {
    this.#isAsked = true;
    const { request } = asked;
    const fail = () => session.send('network.failRequest', { request });
    if (network !== 'online') return void (await fail());
    try {
      const { status, headers, body } = await this.#ask(asked, await bodyOf(request, session));
      await session.send('network.provideResponse', {
        request,
        statusCode: status,
        reasonPhrase: 'Played',
        headers: [...headers].map(([name, value]) => ({ name, value: { type: 'string', value } })),
        body: { type: 'base64', value: Buffer.from(body).toString('base64') },
      });
    } catch (error) {
      if (!(error instanceof NoConnection)) throw error;
      await fail();
    }
  }

  #ask({ url, method, headers }: Sent['request'], body: string | undefined): ReturnType<Fetcher> {
    const given = headers.map(({ name, value }) => [name.toLowerCase(), bytesOf(value).toString('latin1')]);
    return this.#fetcher(url, { method, headers: Object.fromEntries(given), ...(body !== undefined && { body }) });
  }
}

async function bodyOf(request: string, session: Page['session']): Promise<string | undefined> {
  try {
    const { bytes } = await session.send<{ bytes: Bytes }>('network.getData', { request, dataType: 'request' });
    return bytesOf(bytes).toString();
  } catch {
    // A request without a body has none to be had.
    return undefined;
  }
}
