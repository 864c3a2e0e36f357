import type { Page as Tab } from 'puppeteer';

/** What a page in the browser lends to those who look at it in another way. */
export interface OpenPage {
  tab: Tab;
  /** Another tab of the same session, which shows nothing that anybody needs. */
  errandTab(): Promise<Tab>;
  /** Does something to the page or looks at it, and says in our errors what went wrong. */
  act<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Does what may change the page, and waits until it has come to rest. */
  change(act: () => Promise<unknown>): Promise<void>;
  /** What message boxes said since the last act. */
  said(): string[];
}
