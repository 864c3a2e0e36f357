import type { Browser, BrowserContext, Page as Tab } from 'puppeteer';
import { openTab } from '../../browser/tabs.ts';

/** A session of its own in the browser. */
export interface Window {
  context: BrowserContext;
  tab: Tab;
  /** The time that the pages' scripts are told, in epoch milliseconds; left out, the browser's own. */
  now?: (() => number) | undefined;
  /** A further tab of the session, that nobody else has. */
  openTab(): Promise<Tab>;
  /** Ends the session. */
  giveBack(): void;
}

/** What a window is made of. A second tab is ready, since most need one, for looking something up beside the first. */
interface Parts {
  context: BrowserContext;
  tab: Tab;
  spare: Tab;
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
    const [tab, spare] = await Promise.all([openTab(context), openTab(context)]);
    return this.#window({ context, tab, spare });
  }

  #window(parts: Parts): Window {
    const { context, tab } = parts;
    let isOut = true;
    let spare: Tab | undefined = parts.spare;
    const anotherTab = async () => {
      const opened = spare ?? openTab(context);
      spare = undefined;
      return opened;
    };
    const giveBack = () => {
      // Somebody may close a window that a scenario closes at its end as well; it must not come back twice.
      if (isOut) this.#takeBack(parts);
      isOut = false;
    };
    return { context, tab, openTab: anotherTab, giveBack };
  }

  #takeBack(parts: Parts): void {
    const emptied = this.#empty(parts);
    // Whoever takes it next is told what went wrong; nobody may ever take it.
    emptied.catch(() => {});
    this.#free.push(emptied);
  }

  async #empty({ context, ...kept }: Parts): Promise<Window> {
    const pages = await context.pages();
    // Also those that the portal has opened.
    await Promise.all(pages.filter((page) => page !== kept.tab && page !== kept.spare).map((page) => page.close()));
    const [tab, spare] = await Promise.all([freshTab(context, kept.tab), freshTab(context, kept.spare)]);
    const session = await tab.createCDPSession();
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
    await context.deleteCookie(...(await context.cookies()));
    await session.detach();
    return this.#window({ context, tab, spare });
  }
}

/**
 * A tab takes its history and session storage with it when it closes, wherever it has been, and is asked nothing: one
 * that shows an error, or a page that does not want to be left, cannot be emptied from within.
 */
async function freshTab(context: BrowserContext, used: Tab): Promise<Tab> {
  if (used.url() === 'about:blank') return used;
  const tab = await openTab(context);
  await used.close();
  return tab;
}
