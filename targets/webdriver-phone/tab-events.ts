import type { Recorder } from '../../simulators/network/recorder.ts';
import type { Told } from '../browser-phone/told.ts';
import type { Page } from './page.ts';
import type { Rest } from './rest.ts';
import { type Answered, bytesOf, type Sent } from './wire.ts';

/** What is told of a tab. @see https://www.w3.org/TR/webdriver-bidi/ */
export const EVENTS = [
  'script.message',
  'log.entryAdded',
  'network.beforeRequestSent',
  'network.responseCompleted',
  'network.fetchError',
  'browsingContext.contextCreated',
  'browsingContext.navigationStarted',
  'browsingContext.userPromptOpened',
];

/** The name under which the page tells us of its camera. */
export const CHANNEL = 'paircheck';

/** What hears of a tab. */
export interface Hearing {
  appUrl: string;
  told: Told;
  recorder: Recorder;
  rest: Rest;
  /** Statuses of answers, as they come. */
  statuses: number[];
}

interface Opened {
  context: string;
  originalOpener?: string | null;
}

/** Takes note of what happens in a tab: its network, its camera, its log, and where it leads. */
export class TabEvents {
  readonly #page: Page;
  readonly #hearing: Hearing;
  readonly #opened = new Set<string>();
  readonly #ends: (() => void)[] = [];

  constructor(page: Page, hearing: Hearing) {
    this.#page = page;
    this.#hearing = hearing;
  }

  start(): void {
    const { rest, told, statuses } = this.#hearing;
    this.#here<Sent>('network.beforeRequestSent', (sent) => rest.begun(sent));
    this.#here<Answered>('network.responseCompleted', (answered) => {
      rest.ended(answered);
      statuses.push(answered.response?.status ?? 0);
      this.#record(answered).catch(() => {});
    });
    this.#here<Answered>('network.fetchError', (failed) => rest.ended(failed));
    this.#here<{ context: string }>('browsingContext.userPromptOpened', ({ context }) => {
      // Nothing goes on before it is answered. One that is gone by then has no answer to be missed.
      this.#page.session.send('browsingContext.handleUserPrompt', { context, accept: true }).catch(() => {});
    });
    this.#on<{ context: string; url: string }>('browsingContext.navigationStarted', (there) =>
      this.#noteLeading(there),
    );
    this.#on<Opened>('browsingContext.contextCreated', ({ context, originalOpener }) => {
      if (originalOpener === this.#page.context) this.#opened.add(context);
    });
    this.#on<{ source: { context?: string }; text: string }>('log.entryAdded', ({ source, text }) => {
      if (source.context === this.#page.context) told.log.push(text);
    });
    this.#on<{ channel: string; source: { context?: string }; data: { value?: unknown } }>(
      'script.message',
      (message) => {
        if (message.channel === CHANNEL && message.source.context === this.#page.context)
          told.cameraDid(String(message.data.value));
      },
    );
  }

  /** Takes note of nothing any more. */
  stop(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  #on<Params>(event: string, heard: (params: Params) => void): void {
    this.#ends.push(this.#page.session.on(event, heard));
  }

  #here<Params extends { context: string | null }>(event: string, heard: (params: Params) => void): void {
    this.#on<Params>(event, (params) => {
      if (params.context === this.#page.context) heard(params);
    });
  }

  #noteLeading({ context, url }: { context: string; url: string }): void {
    const { appUrl, told } = this.#hearing;
    const isWindow = this.#opened.has(context) && url !== 'about:blank';
    const isOwn = url.startsWith(`${new URL(appUrl).origin}/`) || /^(about|blob|data|javascript):/.test(url);
    if (isWindow || (context === this.#page.context && !isOwn)) told.links.push(url);
  }

  async #record({ request, response }: Answered): Promise<void> {
    const { recorder } = this.#hearing;
    const { url: address, method, destination = '', initiatorType } = request;
    if (!response || !address.startsWith('http')) return;
    // Style sheets, pictures and the like say nothing of what the server does.
    const isPart = destination !== 'document' && !['fetch', 'xmlhttprequest'].includes(initiatorType ?? '');
    const exchange = { from: 'phone', method, address, status: response.status };
    if (!isPart) recorder.record(exchange);
    if (!recorder.isListening || response.fromCache) return;
    const headers = new Headers();
    for (const { name, value } of response.headers) headers.append(name, bytesOf(value).toString('latin1'));
    const body = await this.#bodyOf(request.request);
    recorder.hear({ ...exchange, address: address.split('#')[0] ?? '' }, { headers, body, isPart });
  }

  /** @returns `undefined` where it could not be had */
  async #bodyOf(request: string): Promise<Uint8Array | undefined> {
    try {
      const asked = { request, dataType: 'response' };
      const { bytes } = await this.#page.session.send<{ bytes: Parameters<typeof bytesOf>[0] }>(
        'network.getData',
        asked,
      );
      return bytesOf(bytes);
    } catch {
      return undefined;
    }
  }
}
