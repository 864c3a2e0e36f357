import type { CDPSession, HTTPResponse, Protocol, Page as Tab } from 'puppeteer';
import { isStream } from './is-stream.ts';

/**
 * The bodies of what a tab is answered. Each answer is held back until it has been copied: a document that goes on to
 * another at once takes its answers with it, and nobody can ask for them any more.
 */
export class AnswerBodies {
  readonly #tab: Tab;
  readonly #hearEvent: (requestId: string, data: string) => void;
  #session: Promise<CDPSession> | undefined;
  /** By the browser's id of the request. */
  readonly #bodies = new Map<string, Uint8Array>();

  /** @param hearEvent is told what a stream of events said, as it comes, and by the answer to which request */
  constructor(tab: Tab, hearEvent: (requestId: string, data: string) => void) {
    this.#tab = tab;
    this.#hearEvent = hearEvent;
  }

  /** Copies every answer from now on. */
  async begin(): Promise<void> {
    this.#session ??= this.#hold();
    await this.#session;
  }

  /** Holds nothing back any more. */
  async end(): Promise<void> {
    const session = await this.#session;
    this.#session = undefined;
    // With a tab that was closed it has gone already.
    await session?.detach().catch(() => {});
  }

  /** The body of an answer; `undefined` where it could not be had. */
  of(response: HTTPResponse): Uint8Array | undefined {
    const status = response.status();
    // One that is followed shows none, and what it leads to has the same id.
    const isFollowed = status >= 300 && status < 400 && response.headers().location !== undefined;
    return isFollowed ? new Uint8Array() : this.#bodies.get(idOf(response));
  }

  async #hold(): Promise<CDPSession> {
    const session = await this.#tab.createCDPSession();
    session.on('Fetch.requestPaused', (paused) => {
      // One that the page has dropped meanwhile is nobody's any more.
      this.#pass(session, paused).catch(() => {});
    });
    session.on('Network.eventSourceMessageReceived', ({ requestId, data }) => this.#hearEvent(requestId, data));
    await session.send('Network.enable');
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
    return session;
  }

  async #pass(session: CDPSession, paused: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const { requestId, responseStatusCode, responseErrorReason } = paused;
    const isAnswered = (responseStatusCode ?? responseErrorReason) !== undefined;
    if (isAnswered) return this.#copy(session, paused);
    // A stream of events ends when somebody leaves. A Chromium that has been asked to hold one back dies of leaving.
    const interceptResponse = !isStream(paused.request.headers.Accept);
    await session.send('Fetch.continueRequest', { requestId, interceptResponse });
  }

  async #copy(session: CDPSession, { requestId, networkId = requestId }: Protocol.Fetch.RequestPausedEvent) {
    try {
      const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
      this.#bodies.set(networkId, Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
    } finally {
      await session.send('Fetch.continueRequest', { requestId });
    }
  }
}

/** The browser's id of a request that was answered, which Puppeteer has and does not tell of: no two answers are taken for each other. */
export function idOf(response: HTTPResponse): string {
  return (response.request() as unknown as { id: string }).id;
}
