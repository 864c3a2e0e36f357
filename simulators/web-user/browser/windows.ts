import type { Browser, BrowserContext, Page as Tab } from 'puppeteer';

/** A session of its own in the browser, with a second tab for looking something up beside the first. */
export interface Window {
  context: BrowserContext;
  tab: Tab;
  secondTab: Tab;
  /** Ends the session. */
  giveBack(): void;
}

/**
 * The windows of one browser. A new one costs more than most of what is done in it, so one that is given back is
 * emptied, while others are in use, and used again: no cookie, storage or page of the last session is left.
 */
export class Windows {
  readonly #browser: Browser;
  readonly #free: Promise<Window>[];

  /** @param ready how many to open at once, so that one is empty while others are used and emptied */
  constructor(browser: Browser, ready = 3) {
    this.#browser = browser;
    this.#free = Array.from({ length: ready }, () => this.#open());
  }

  /** A window in a session that knows nothing. */
  take(): Promise<Window> {
    return this.#free.shift() ?? this.#open();
  }

  /** Closes them all, and the browser. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#free);
    await this.#browser.close();
  }

  async #open(): Promise<Window> {
    const context = await this.#browser.createBrowserContext();
    const [tab, secondTab] = await Promise.all([context.newPage(), context.newPage()]);
    const window: Window = { context, tab, secondTab, giveBack: () => this.#takeBack(window) };
    return window;
  }

  #takeBack(window: Window): void {
    const emptied = empty(window).then(() => window);
    // Whoever takes it next is told what went wrong; nobody may ever take it.
    emptied.catch(() => {});
    this.#free.push(emptied);
  }
}

async function empty({ context, tab, secondTab }: Window): Promise<void> {
  const origins = new Set([tab, secondTab].map((used) => new URL(used.url()).origin));
  origins.delete('null');
  const session = await tab.createCDPSession();
  await Promise.all([emptyTab(tab), emptyTab(secondTab)]);
  for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await context.deleteCookie(...(await context.cookies()));
  await session.detach();
}

async function emptyTab(tab: Tab): Promise<void> {
  if (tab.url() === 'about:blank') return;
  await tab.evaluate(() => sessionStorage.clear());
  await tab.goto('about:blank');
}
