import { EventEmitter, once } from 'node:events';
import { isStill, stay, watchNavigation } from '../../simulators/web-user/browser/settling.ts';
import type { Page } from './page.ts';
import type { Answered, Sent } from './wire.ts';

/** Answers upon which a browser stays where it is. @see HTML, "navigate": 204 and 205 */
const NO_DOCUMENT = [204, 205];

/** Knows when what an act set off in a page has come to rest. Nothing is waited for by time: that says when to give up. */
export class Rest {
  /** By the browser's id of the request. */
  readonly #inFlight = new Set<string>();
  readonly #answers = new EventEmitter();
  #failure: string | undefined;
  #stays = false;

  begun({ request, navigation }: Sent): void {
    // With its document a page drops what it has asked for, and nobody says so.
    if (navigation !== null) this.#inFlight.clear();
    this.#inFlight.add(request.request);
  }

  ended({ request, navigation, response, errorText }: Answered): void {
    this.#inFlight.delete(request.request);
    const isOfDocument = navigation !== null;
    // One navigation aborts another, and that one counts.
    if (isOfDocument && errorText !== undefined && errorText !== 'net::ERR_ABORTED') this.#failure = errorText;
    if (isOfDocument) this.#stays = NO_DOCUMENT.includes(response?.status ?? 0);
    this.#answers.emit('answer');
  }

  /** What the network said since this was last asked, when it led to another document that never came. */
  takeFailure(): string | undefined {
    const failure = this.#failure;
    this.#failure = undefined;
    return failure;
  }

  /** Takes notice of what an act will do to the page. */
  async beforehand(page: Page): Promise<void> {
    await page.ask(watchNavigation);
    this.#failure = undefined;
  }

  /** Waits for rest. @returns whether there was any within the time */
  async of(page: Page, patienceMs: number): Promise<boolean> {
    const patience = AbortSignal.timeout(patienceMs);
    while (!patience.aborted) if (await this.#isAtRest(page, patience)) return true;
    return false;
  }

  async #isAtRest(page: Page, patience: AbortSignal): Promise<boolean> {
    if (this.#inFlight.size === 0) return (await this.#isStill(page)) && this.#inFlight.size === 0;
    await once(this.#answers, 'answer', { signal: patience }).catch(() => {});
    return false;
  }

  async #isStill(page: Page): Promise<boolean> {
    return unlessLeft(async () => {
      if (this.#stays) await page.ask(stay);
      this.#stays = false;
      return page.ask(isStill);
    }, false);
  }
}

/** What is asked of a document that may be left meanwhile. @param otherwise what is answered then */
export async function unlessLeft<Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (/destroyed|Cannot find context|no such (node|handle|script)|realm|navigated or closed/i.test(said))
      return otherwise;
    throw error;
  }
}
