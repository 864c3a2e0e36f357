import type { Dialog, HTTPRequest, HTTPResponse, Page as Tab } from 'puppeteer';
import type { Exchange, Hearing, Recorder } from '../../network/recorder.ts';
import { AnswerBodies, idOf } from './answer-bodies.ts';

/** What a tab asks for, is answered, and says in message boxes. */
export class TabTraffic {
  /** Every address that was asked for since the last page was opened, whole. */
  asked: string[] = [];
  /** What message boxes said since the last act. */
  said: string[] = [];
  readonly #tab: Tab;
  readonly #recorder: Recorder;
  readonly #from: string;
  readonly #bodies: AnswerBodies;
  /** The streams of events that have begun, by the browser's id of the request. */
  readonly #streams = new Map<string, { exchange: Exchange; answer: Hearing }>();

  /** What they said before their answer was told of. */
  readonly #early = new Map<string, string[]>();

  /** @param from who speaks by it */
  constructor(tab: Tab, recorder: Recorder, from = 'web') {
    this.#tab = tab;
    this.#recorder = recorder;
    this.#from = from;
    this.#bodies = new AnswerBodies(tab, this.#hearEvent);
    this.start();
  }

  /** Takes note of everything from now on. */
  start(): void {
    this.#tab.on('request', this.#ask).on('response', this.#record).on('dialog', this.#answer);
  }

  /** Takes no note any more of what comes. */
  stop(): void {
    this.#tab.off('request', this.#ask).off('response', this.#record).off('dialog', this.#answer);
  }

  /** Hears answers whole from now on, if there is somebody who listens. To be called before each act. */
  async prickUpEars(): Promise<void> {
    if (this.#recorder.isListening) await this.#bodies.begin();
  }

  /** Leaves the tab to somebody else. */
  async leave(): Promise<void> {
    this.stop();
    await this.#bodies.end();
  }

  readonly #ask = (request: HTTPRequest): void => {
    if (!request.url().startsWith('data:')) this.asked.push(request.url());
  };

  readonly #record = (response: HTTPResponse): void => {
    const request = response.request();
    // Style sheets, pictures and the like say nothing of what the portal does.
    const isPart = !['document', 'xhr', 'fetch'].includes(request.resourceType());
    const exchange = { from: this.#from, method: request.method(), address: response.url(), status: response.status() };
    if (!isPart) this.#recorder.record(exchange);
    // What the browser had already, or the page brought with it, nobody has answered now.
    if (!this.#recorder.isListening || !response.url().startsWith('http') || response.fromCache()) return;
    const heard = { ...exchange, address: response.url().split('#')[0] ?? '' };
    const isOfEvents = request.resourceType() === 'eventsource';
    // What a stream says is told as it comes.
    const body = isOfEvents ? new Uint8Array() : this.#bodies.of(response);
    // A service worker stands between: what it answers can be had of the page alone.
    const late = body === undefined && response.fromServiceWorker() ? bytesOf(response) : undefined;
    const answer = { headers: headersOf(response), body, late, isPart };
    this.#recorder.hear(heard, answer);
    if (isOfEvents) this.#follow(idOf(response), { exchange: heard, answer });
  };

  readonly #hearEvent = (requestId: string, data: string): void => {
    const stream = this.#streams.get(requestId);
    if (stream) this.#recorder.hear(stream.exchange, { ...stream.answer, body: Buffer.from(data, 'utf8') });
    else this.#early.set(requestId, [...(this.#early.get(requestId) ?? []), data]);
  };

  /** Events and answers are told by two sessions, and the first events may be here before their answer. */
  #follow(requestId: string, stream: { exchange: Exchange; answer: Hearing }): void {
    this.#streams.set(requestId, stream);
    for (const data of this.#early.get(requestId) ?? []) this.#hearEvent(requestId, data);
    this.#early.delete(requestId);
  }

  readonly #answer = (dialog: Dialog): void => {
    this.said.push(dialog.message());
    // Nothing goes on before it is answered. One that is gone by then has no answer to be missed.
    dialog.accept(dialog.defaultValue()).catch(() => {});
  };
}

async function bytesOf(response: HTTPResponse): Promise<Uint8Array> {
  return Uint8Array.from(await response.buffer());
}

/** As they came: Chromium puts the values of fields that came more than once on lines of their own. */
function headersOf(response: HTTPResponse): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headers())) {
    // Fields are bytes; letters beyond them can stand in no field.
    for (const value of values.split('\n')) headers.append(name, Buffer.from(value, 'utf8').toString('latin1'));
  }
  return headers;
}
