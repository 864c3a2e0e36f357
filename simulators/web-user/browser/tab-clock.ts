import type { Page as Tab } from 'puppeteer';
import { replaceDate } from '../../browser/replace-date.ts';

/** The time that a page's scripts are told: that of the server, wherever it was sent. A countdown has both. */
export class TabClock {
  readonly #tab: Tab;
  readonly #now: (() => number) | undefined;
  #toldEpochMs: number | undefined;
  #script: string | undefined;

  /** @param now epoch milliseconds; left out, the browser's own */
  constructor(tab: Tab, now: (() => number) | undefined) {
    this.#tab = tab;
    this.#now = now;
  }

  /** Sees to it that it is now for the page as well. To be called before each act. */
  async follow(): Promise<void> {
    const atEpochMs = this.#now?.();
    if (atEpochMs === undefined || atEpochMs === this.#toldEpochMs) return;
    this.#toldEpochMs = atEpochMs;
    const source = `(() => { ${String(replaceDate)}; (${String(goTo)})(${atEpochMs}); })();`;
    if (this.#script !== undefined) await this.#tab.removeScriptToEvaluateOnNewDocument(this.#script);
    this.#script = (await this.#tab.evaluateOnNewDocument(source)).identifier;
    await this.#tab.evaluate(source);
  }
}

interface PageClock {
  real: DateConstructor;
  offsetMs: number;
}

// Sent into the page as text.

function goTo(atEpochMs: number): void {
  const page = window as unknown as { paircheckClock?: PageClock };
  const known = page.paircheckClock;
  const clock = known ?? { real: Date, offsetMs: 0 };
  clock.offsetMs = atEpochMs - clock.real.now();
  if (known) return;
  Object.defineProperty(page, 'paircheckClock', { value: clock });
  replaceDate(() => clock.real.now() + clock.offsetMs);
}
