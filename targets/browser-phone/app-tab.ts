import type { BrowserContext, CDPSession, Page as Tab } from 'puppeteer';
import { openTab } from '../../simulators/browser/tabs.ts';
import type { Recorder } from '../../simulators/network/recorder.ts';
import { inOurErrors, isReplaced, PATIENCE_MS } from '../../simulators/web-user/browser/in-our-errors.ts';
import { Settling } from '../../simulators/web-user/browser/settling.ts';
import { TabTraffic } from '../../simulators/web-user/browser/tab-traffic.ts';
import { type Conditions, setUnder } from './conditions.ts';
import type { InPage } from './in-page.ts';
import { calm, hasFilm } from './in-page-questions.ts';
import { BINDING, IN_PAGE_SOURCE } from './in-page-source.ts';
import { Interception } from './interception.ts';
import { CALM_MS, MOST_ROUNDS, RESTLESS_MS, waiting } from './patience.ts';
import type { PlayedApi } from './played-api.ts';
import type { Told } from './told.ts';

/** A camera that sends no picture for so long sends none; milliseconds. */
const FILM_PATIENCE_MS = 2000;

/** What a tab needs to know of its phone. */
export interface Around {
  appUrl: string;
  recorder: Recorder;
  told: Told;
  conditions: Conditions;
  /** Where the suite plays the app's server. */
  played?: PlayedApi | undefined;
}

declare const paircheck: InPage;

/** The window of the app: watched, and waited for until it is at rest. */
export class AppTab {
  readonly tab: Tab;
  readonly devtools: CDPSession;
  /** What the network answered since this was last emptied: statuses. */
  statuses: number[] = [];
  /** Whether time has been sent elsewhere since somebody last looked. */
  isOtherTime = false;
  readonly #around: Around;
  readonly #settling: Settling;
  readonly #traffic: TabTraffic;
  readonly #interception: Interception;
  #clockScript: string | undefined;
  #now: number | undefined;

  private constructor({ tab, devtools }: { tab: Tab; devtools: CDPSession }, around: Around) {
    this.tab = tab;
    this.devtools = devtools;
    this.#around = around;
    this.#settling = new Settling(tab);
    this.#traffic = new TabTraffic(tab, around.recorder, 'phone');
    this.#interception = new Interception(devtools, around.played);
  }

  static async open(context: BrowserContext, around: Around): Promise<AppTab> {
    const tab = await openTab(context);
    const app = new AppTab({ tab, devtools: await tab.createCDPSession() }, around);
    await app.#watch();
    return app;
  }

  /** What message boxes said since the last act. */
  get said(): string[] {
    return this.#traffic.said;
  }

  /** Whether it shows what the browser shows when no page came. */
  get showsNoPage(): boolean {
    return this.#interception.hasFailedPage;
  }

  /** Does what may change the page, and waits until it is at rest. */
  async change(act: () => Promise<unknown>): Promise<void> {
    await this.#do(async () => {
      await this.#settling.after(act);
      if (await this.#settling.ask(() => this.tab.evaluate(hasFilm))) return; // What is laid over the camera's picture comes with it.
      await this.#until(hasFilm, { was: '', patienceMs: FILM_PATIENCE_MS });
      await this.#settling.rest();
    });
  }

  /** Comes to a page by its address. */
  async come(go: (tab: Tab) => Promise<unknown>): Promise<void> {
    await this.#do(async () => {
      await go(this.tab).catch((error: unknown) => this.#unlessCutOff(error));
      await this.#settling.rest();
    });
  }

  /** Waits until the app shows something else, or no longer. @returns whether it does */
  async noticed(before: string, patienceMs: number): Promise<boolean> {
    return this.#until((was) => paircheck.signature() !== was, { was: before, patienceMs });
  }

  /** Waits until a code is gone, or no longer. */
  async isCodeGone(code: string, patienceMs: number): Promise<boolean> {
    return this.#until((was) => !paircheck.digits().includes(was), { was: code, patienceMs });
  }

  /** Sees to it that what the phone knows of the world holds here as well. */
  async follow(): Promise<void> {
    await setUnder(this, this.#around.conditions);
    await this.#interception.follow(this.#around.conditions);
    const now = this.#around.conditions.now();
    if (now === undefined || now === this.#now) return;
    this.isOtherTime = this.#now !== undefined;
    this.#now = now;
    if (this.#clockScript !== undefined) await this.tab.removeScriptToEvaluateOnNewDocument(this.#clockScript);
    const { identifier } = await this.tab.evaluateOnNewDocument((at) => paircheck.shiftClock(at), now);
    this.#clockScript = identifier;
    await this.tab.evaluate((at) => paircheck.shiftClock(at), now);
  }

  /** Looks at the page, or at what comes in its place meanwhile; what goes wrong is told in our errors. */
  attempt<Result>(look: () => Promise<Result>): Promise<Result> {
    return this.#told(() => this.#settling.ask(look));
  }

  async #told<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      throw await inOurErrors(error, this.tab.url());
    }
  }

  async close(): Promise<void> {
    await this.#traffic.leave();
    this.#settling.stop();
    await this.tab.close().catch(() => {});
  }

  async #watch(): Promise<void> {
    const { tab, devtools } = this;
    const { told } = this.#around;
    tab.setDefaultTimeout(PATIENCE_MS);
    tab.setDefaultNavigationTimeout(PATIENCE_MS);
    await tab.exposeFunction(BINDING, (what: string) => told.cameraDid(what));
    await tab.evaluateOnNewDocument(IN_PAGE_SOURCE);
    await tab.evaluate(IN_PAGE_SOURCE);
    tab.on('console', (message) => told.log.push(message.text()));
    tab.on('pageerror', (error) => told.log.push(error instanceof Error ? error.message : String(error)));
    tab.on('response', (response) => this.statuses.push(response.status()));
    devtools.on('Page.windowOpen', ({ url }) => told.links.push(url));
    devtools.on('Page.frameRequestedNavigation', ({ url }) => this.#noteLeaving(url));
    await devtools.send('Page.enable');
    await this.attempt(() => this.follow());
  }

  async #until(
    isSo: (was: string) => boolean,
    { was, patienceMs }: { was: string; patienceMs: number },
  ): Promise<boolean> {
    try {
      return Boolean(await this.tab.evaluate(`(${waiting(isSo, patienceMs)})(${JSON.stringify(was)})`));
    } catch (error) {
      // A page that was left is another.
      if (!isReplaced(error)) throw error;
      await this.#settling.rest();
      return true;
    }
  }

  #noteLeaving(url: string): void {
    const { appUrl, told } = this.#around;
    const isOwn = url.startsWith(`${new URL(appUrl).origin}/`) || /^(about|blob|data|javascript):/.test(url);
    if (!isOwn) told.links.push(url);
  }

  async #do(act: () => Promise<unknown>): Promise<void> {
    await this.#told(async () => {
      await this.#settling.ask(() => this.follow());
      this.#traffic.said = [];
      await this.#traffic.prickUpEars();
      await this.#unlessRestless(act);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        if (!(await this.#settling.ask(() => this.tab.evaluate(calm, CALM_MS)))) return;
        await this.#unlessRestless(() => this.#settling.rest());
      }
    });
  }

  async #unlessRestless(wait: () => Promise<unknown>): Promise<void> {
    try {
      await wait();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') return this.#unlessCutOff(error);
      this.tab.setDefaultTimeout(RESTLESS_MS);
    }
  }

  /** Without a network the browser has a page of its own to show, and that is what a person sees. */
  #unlessCutOff(error: unknown): void {
    const isCutOff =
      error instanceof Error && /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|TIMED_OUT)/.test(error.message);
    if (!isCutOff || this.#around.conditions.network === 'online') throw error;
  }
}
