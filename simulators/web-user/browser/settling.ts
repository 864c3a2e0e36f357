import type { HTTPRequest, Page as Tab } from 'puppeteer';

/**
 * Knows when what an act set off has come to rest. Nothing is waited for by time: a navigation that began is waited
 * for until it is there, a request in flight until it is answered, and what scripts change until the next frame.
 */
export class Settling {
  readonly #tab: Tab;
  readonly #inFlight = new Set<HTTPRequest>();
  readonly #begun = (request: HTTPRequest) => void this.#inFlight.add(request);
  readonly #ended = (request: HTTPRequest) => void this.#inFlight.delete(request);

  constructor(tab: Tab) {
    this.#tab = tab;
    tab.on('request', this.#begun).on('requestfinished', this.#ended).on('requestfailed', this.#ended);
  }

  /** Leaves the tab to somebody else. */
  stop(): void {
    this.#tab.off('request', this.#begun).off('requestfinished', this.#ended).off('requestfailed', this.#ended);
  }

  /** Acts, then waits for rest. */
  async after(act: () => Promise<unknown>): Promise<void> {
    await this.#tab.evaluate(watchNavigation);
    const left = new AbortController();
    // Asked for before the act, or a quick answer could come and go unseen; given up when there is no navigation.
    const arrival = this.#tab.waitForNavigation({ waitUntil: 'load', signal: left.signal }).catch((error) => error);
    await act();
    if (await this.#leavesThePage()) {
      const error: unknown = await arrival;
      if (error instanceof Error) throw error;
    } else {
      left.abort();
      await this.#quiet();
    }
  }

  /** Whether the act began to load another document, seen from inside the page that is being left. */
  async #leavesThePage(): Promise<boolean> {
    try {
      return await this.#tab.evaluate(hasBegunToNavigate);
    } catch {
      // The page that was asked is gone already: it was left.
      return true;
    }
  }

  async #quiet(): Promise<void> {
    while (this.#inFlight.size > 0) await this.#tab.waitForNetworkIdle({ idleTime: 0 });
    await this.#tab.evaluate(nextFrame);
  }
}

// Sent into the page as text: each must stand alone.

function watchNavigation(): void {
  const marked = window as unknown as { leaving?: boolean; watched?: boolean; navigation?: EventTarget };
  marked.leaving = false;
  if (marked.watched) return;
  marked.watched = true;
  marked.navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as unknown as { destination: { sameDocument: boolean } };
    if (!destination.sameDocument) marked.leaving = true;
  });
}

async function hasBegunToNavigate(): Promise<boolean> {
  // A form that is sent plans its navigation as a task of its own, so two turns are given to it.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  const { watched, leaving } = window as unknown as { watched?: boolean; leaving?: boolean };
  // Another document than the one that was watched answers when the first is gone already.
  return !watched || leaving === true;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
