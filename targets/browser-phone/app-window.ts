import type { BrowserContext } from 'puppeteer';
import type { CameraState } from '../../simulators/phone/phone.ts';
import { cookiesOf, setCookies } from '../../simulators/web-user/browser/session.ts';
import { AppTab, type Around } from './app-tab.ts';
import type { CameraFeed } from './camera-feed.ts';
import type { InPage, Kept } from './in-page.ts';
import type { CameraAnswer, Handset, PhoneBrowsers } from './phone-browsers.ts';

const ANSWERS: Record<CameraState, CameraAnswer> = {
  granted: 'granted',
  denied: 'denied',
  'denied for good': 'denied',
  none: 'none',
};

declare const paircheck: InPage;

interface Place {
  handset: Handset;
  context: BrowserContext;
  app: AppTab;
}

/**
 * Where the app is open. When the owner's answer about the camera changes, the app is begun anew in a browser that gives
 * the other answer, as a phone's system does when that is changed in its settings: with its cookies and storages (not
 * its databases), but not with what it had only in mind.
 */
export class AppWindow {
  readonly #around: Around;
  readonly #browsers: PhoneBrowsers;
  #place: Promise<Place> | undefined;

  constructor(browsers: PhoneBrowsers, around: Around) {
    this.#browsers = browsers;
    this.#around = around;
  }

  get isOpen(): boolean {
    return this.#place !== undefined;
  }

  /** Sees to it that the world around the phone is as it is now, where the app is open. */
  async follow(): Promise<void> {
    const place = await this.#place;
    if (place) await place.app.attempt(() => place.app.follow());
  }

  /** The app, opened if it is not yet. */
  async app(): Promise<AppTab> {
    const answer = ANSWERS[this.#around.told.camera];
    const place = await this.#place;
    if (place?.handset.answer !== answer) this.#place = place ? this.#moveTo(answer, place) : this.#begin(answer);
    const { app } = (await this.#place) as Place;
    return app;
  }

  async feed(): Promise<CameraFeed> {
    await this.app();
    const { handset } = (await this.#place) as Place;
    return handset.feed;
  }

  /** Ends the app and opens it again: what it keeps in its storages is still there. */
  async reopen(): Promise<void> {
    await this.app();
    const { handset, context, app } = (await this.#place) as Place;
    // The context ends with its last tab.
    const successor = await AppTab.open(context, this.#around);
    await app.close();
    this.#place = Promise.resolve({ handset, context, app: successor });
    await this.home(successor);
  }

  /** Forgets the session, and with `keys` everything else. */
  async forget({ keys }: { keys: boolean }): Promise<void> {
    const app = await this.app();
    const { context } = (await this.#place) as Place;
    await app.attempt(async () => {
      await context.deleteCookie(...(await context.cookies()));
      await app.tab.evaluate((all) => {
        sessionStorage.clear();
        if (all) localStorage.clear();
      }, keys);
    });
    await this.home(app);
  }

  /** Comes to the address of the app, anew. */
  async home(app: AppTab): Promise<void> {
    await app.come((tab) => tab.goto(this.#around.appUrl, { waitUntil: 'load' }));
  }

  async putAway(): Promise<void> {
    const place = await this.#place?.catch(() => undefined);
    this.#place = undefined;
    if (place) await this.#leave(place);
  }

  async #begin(answer: CameraAnswer): Promise<Place> {
    const place = await this.#openIn(answer);
    await this.home(place.app);
    return place;
  }

  async #moveTo(answer: CameraAnswer, before: Place): Promise<Place> {
    const cookies = await cookiesOf(before.context);
    const kept = await before.app.attempt(() => before.app.tab.evaluate(() => paircheck.kept()));
    await this.#leave(before);
    const place = await this.#openIn(answer);
    await setCookies(place.context, cookies);
    await this.#homeWith(place.app, kept);
    return place;
  }

  /** Before its first script runs, all is there that it had. */
  async #homeWith(app: AppTab, kept: Kept): Promise<void> {
    const { identifier } = await app.tab.evaluateOnNewDocument((all) => paircheck.keep(all), kept);
    await this.home(app);
    await app.tab.removeScriptToEvaluateOnNewDocument(identifier);
  }

  async #openIn(answer: CameraAnswer): Promise<Place> {
    const handset = await this.#browsers.take(answer);
    const context = await handset.browser.createBrowserContext();
    return { handset, context, app: await AppTab.open(context, this.#around) };
  }

  async #leave({ handset, context, app }: Place): Promise<void> {
    await app.close();
    await context.close().catch(() => {});
    this.#browsers.giveBack(handset);
  }
}
