import { EventEmitter, once } from 'node:events';
import type { Frame, HTTPRequest, HTTPResponse, Page as Tab } from 'puppeteer';
import { isReplaced } from './in-our-errors.ts';
import { isStream } from './is-stream.ts';
import { isOfScript, LongPolls } from './long-polls.ts';

/** Found out once, for all windows: to find out takes as long as a page may take to come to rest. */
const longPolls = new LongPolls();

/** More pages than come one after the other by themselves. */
const MOST_TRIES = 5;

/** Answers upon which a browser stays where it is. @see HTML, "navigate": 204 and 205 */
const NO_DOCUMENT = [204, 205];

/**
 * Knows when what an act set off has come to rest. Nothing is waited for by time: a document that is being loaded is
 * waited for until it is there, a request in flight until it is answered, and what scripts change until the next frame,
 * again and again, for one may set off another. Time only says when to give up, and what a page asks for to hear news of
 its server by and by: that is answered when there are any.
 */
export class Settling {
  readonly #tab: Tab;
  readonly #inFlight = new Set<HTTPRequest>();
  readonly #answers = new EventEmitter();
  #failure: string | undefined;
  /** What asks for the next document, until that has come. */
  #next: HTTPRequest | undefined;
  /** Whether what was to be the next document was answered with none. */
  #stays = false;
  /** Whether a script was answered since the page was looked at last: it may still be about to read that. */
  #hasNews = false;

  constructor(tab: Tab) {
    this.#tab = tab;
    tab.on('request', this.#begun).on('requestfinished', this.#ended).on('requestfailed', this.#ended);
    tab.on('response', this.#answered).on('framenavigated', this.#came);
  }

  /** Leaves the tab to somebody else. */
  stop(): void {
    this.#tab.off('request', this.#begun).off('requestfinished', this.#ended).off('requestfailed', this.#ended);
    this.#tab.off('response', this.#answered).off('framenavigated', this.#came);
  }

  /** Acts, then waits for rest. @throws what the network said, when it led to another document that never came */
  async after(act: () => Promise<unknown>): Promise<void> {
    await this.ask(() => this.#tab.evaluate(watchNavigation));
    this.#failure = undefined;
    await act();
    await this.rest();
  }

  /** Asks the page something, and where another comes in its place meanwhile, that one. */
  async ask<Answer>(question: () => Promise<Answer>, tries = MOST_TRIES): Promise<Answer> {
    try {
      return await question();
    } catch (error) {
      if (tries === 1 || !isReplaced(error)) throw error;
      // One that never rests can be asked as well.
      await this.rest().catch(() => {});
      return this.ask(question, tries - 1);
    }
  }

  /** Waits for rest. @throws a `TimeoutError` when there is none within the tab's time */
  async rest(): Promise<void> {
    const patience = AbortSignal.timeout(this.#tab.getDefaultTimeout());
    while (!(await this.#isAtRest(patience))) if (patience.aborted) this.#waitNoLonger(patience);
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw new Error(failure);
  }

  readonly #begun = (request: HTTPRequest): void => {
    if (this.#isOfDocument(request)) this.#next = request;
    if (!longPolls.has(request)) this.#inFlight.add(request);
  };

  /** With its document a page drops what it has asked for, and nobody says so. A place in a document comes as well. */
  readonly #came = (frame: Frame): void => {
    const next = this.#next;
    if (frame !== this.#tab.mainFrame() || !next?.response()) return;
    this.#next = undefined;
    this.#letGo([...this.#inFlight].filter((request) => request !== next));
  };

  /** A stream of news has been answered when it begins. */
  readonly #answered = (response: HTTPResponse): void => {
    if (isStream(response.headers()['content-type'])) this.#letGo([response.request()]);
  };

  readonly #ended = (request: HTTPRequest): void => {
    this.#inFlight.delete(request);
    if (isOfScript(request)) this.#hasNews = true;
    const error = request.failure()?.errorText;
    // One navigation aborts another, and that one counts.
    if (this.#isOfDocument(request) && error !== undefined && error !== 'net::ERR_ABORTED') {
      const { origin, pathname } = new URL(request.url());
      this.#failure = `${error} at ${origin}${pathname}`;
    }
    if (this.#isOfDocument(request)) this.#stays = NO_DOCUMENT.includes(request.response()?.status() ?? 0);
    if (request === this.#next && (this.#stays || error !== undefined)) this.#next = undefined;
    this.#answers.emit('answer');
  };

  #letGo(requests: Iterable<HTTPRequest>): void {
    for (const request of requests) this.#inFlight.delete(request);
    this.#answers.emit('answer');
  }

  /** @throws a `TimeoutError`, unless all that is left are questions that may be answered when there is news */
  #waitNoLonger(patience: AbortSignal): void {
    const left = [...this.#inFlight];
    if (left.length === 0 || !left.every(LongPolls.mayBe)) patience.throwIfAborted();
    for (const request of left) longPolls.add(request);
    this.#letGo(left);
  }

  async #isAtRest(patience: AbortSignal): Promise<boolean> {
    if (this.#inFlight.size === 0) {
      const isNew = this.#hasNews;
      this.#hasNews = false;
      return (await this.#isStill()) && this.#inFlight.size === 0 && !isNew;
    }
    // Without an answer it is whoever waits that decides.
    await once(this.#answers, 'answer', { signal: patience }).catch(() => {});
    return false;
  }

  async #isStill(): Promise<boolean> {
    try {
      if (this.#stays) await this.#tab.evaluate(stay);
      this.#stays = false;
      return await this.#tab.evaluate(isStill);
    } catch (error) {
      // The document that was asked has been left: its successor has to be asked.
      if (error instanceof Error && /context was destroyed/.test(error.message)) return false;
      throw error;
    }
  }

  #isOfDocument(request: HTTPRequest): boolean {
    return request.isNavigationRequest() && request.frame() === this.#tab.mainFrame();
  }
}

// Sent into the page as text: each must stand alone.

export function watchNavigation(): void {
  const marked = window as unknown as { leaving?: boolean; navigation?: EventTarget };
  const isWatched = marked.leaving !== undefined;
  marked.leaving = false;
  if (isWatched) return;
  marked.navigation?.addEventListener('navigate', (event) => {
    const asked = event as unknown as { destination: { sameDocument: boolean }; downloadRequest?: string | null };
    // What is downloaded leaves the page where it is.
    if (!asked.destination.sameDocument && (asked.downloadRequest ?? null) === null) marked.leaving = true;
  });
}

export function stay(): void {
  (window as unknown as { leaving?: boolean }).leaving = false;
}

/** Whether this document is there and stays, once its scripts have had a frame. */
export async function isStill(): Promise<boolean> {
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  // A form that is sent plans its navigation as a task of its own, so two turns are given to it.
  await turn();
  await turn();
  const marked = window as unknown as { leaving?: boolean };
  if (marked.leaving) return false;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  // Others asked for the same frame, and may come after this one in it; an answer that has come may wait to be read.
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  await turn();
  return !marked.leaving && document.readyState === 'complete';
}
