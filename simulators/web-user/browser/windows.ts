import type { Browser, Page as Tab } from 'puppeteer';

/**
 * The windows of one browser, each a session of its own. A new one costs more than everything that is done in it, so
 * one that is given back is emptied and used again: no cookie, storage, history or page of the last session is left.
 */
export class Windows {
  readonly #browser: Browser;
  readonly #free: Tab[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A tab in a session that knows nothing. */
  async take(): Promise<Tab> {
    const free = this.#free.pop();
    if (free) return free;
    const context = await this.#browser.createBrowserContext();
    return context.newPage();
  }

  /** Takes a window back, and ends its session: every tab of it but this one is closed. */
  async giveBack(tab: Tab): Promise<void> {
    const others = (await tab.browserContext().pages()).filter((other) => other !== tab);
    await Promise.all(others.map((other) => other.close()));
    const session = await tab.createCDPSession();
    const { origin } = new URL(tab.url());
    if (origin.startsWith('http')) await tab.evaluate(() => sessionStorage.clear());
    await tab.goto('about:blank');
    await session.send('Network.clearBrowserCookies');
    if (origin.startsWith('http')) {
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    await session.send('Page.resetNavigationHistory');
    await session.detach();
    this.#free.push(tab);
  }

  /** Closes them all, and the browser. */
  close(): Promise<void> {
    return this.#browser.close();
  }
}
