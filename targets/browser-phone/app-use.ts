import type { ElementHandle } from 'puppeteer';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { AppTab } from './app-tab.ts';
import type { AppWindow } from './app-window.ts';
import { codesIn } from './read-code.ts';
import { type SeenScreen, see, tapOn, typeInto } from './seen-screen.ts';
import { type Arrival, whereIs } from './told-screen.ts';

/** An app that shows the time counts in seconds: one that was sent elsewhere is noticed within this. */
const TICK_MS = 1500;
const NO_PAGE = 'this one loads a page for each answer, and without an answer the browser shows one of its own';

/** The app in somebody's hand: looked at, tapped and typed into. */
export class AppUse {
  readonly window: AppWindow;
  /** The place where the app is, as it was when it came there. */
  arrival: Arrival = { place: 'elsewhere', lines: [] };

  constructor(window: AppWindow) {
    this.window = window;
  }

  /** What is on the screen, at the time that it is now. */
  async see(): Promise<SeenScreen> {
    const app = await this.window.app();
    await app.attempt(() => app.follow());
    let seen = await see(app);
    const [code] = codesIn(seen.lines);
    if (app.isOtherTime && code !== undefined && (await app.isCodeGone(code, TICK_MS))) seen = await see(app);
    app.isOtherTime = false;
    const place = whereIs(seen);
    if (place !== this.arrival.place) this.arrival = { place, lines: seen.lines };
    return seen;
  }

  /**
   * @throws {Blocked} when there is nothing that is meant by it
   * @throws {Unprovided} when the app loads a page for it that does not come: what is shown then is the browser's
   */
  async tap(action: string): Promise<void> {
    if (!(await this.tapIfThere(action))) throw await this.blocked(`"${action}"`);
    const { showsNoPage } = await this.window.app();
    if (showsNoPage) throw new Unprovided('an app that asks its server by itself', NO_PAGE);
  }

  async tapIfThere(action: string): Promise<boolean> {
    const isThere = await this.act(async (app) => tapOn(app, await this.see(), action));
    await this.see();
    return isThere;
  }

  /** Taps the first thing whose name fits. */
  async tapLike(pattern: RegExp): Promise<boolean> {
    const { taps } = await this.see();
    const found = taps.find(({ name }) => pattern.test(name));
    return found !== undefined && this.tapIfThere(found.name);
  }

  async type(field: ElementHandle<Element>, text: string): Promise<void> {
    await this.act((app) => typeInto(app, field, text));
  }

  /** Sends the form of a field by its key on the keyboard. */
  async enter(field: ElementHandle<Element>): Promise<void> {
    await this.act((app) => app.change(() => field.press('Enter')));
    await this.see();
  }

  /** Comes to the app's address, anew. */
  async home(): Promise<SeenScreen> {
    await this.act((app) => this.window.home(app));
    return this.see();
  }

  /** Does something to the app; nobody holds the phone before a QR code meanwhile. */
  async act<Result>(act: (app: AppTab) => Promise<Result>): Promise<Result> {
    const app = await this.window.app();
    (await this.window.feed()).show();
    return act(app);
  }

  /** What was wanted, and what is there instead. */
  async blocked(wanted: string): Promise<Blocked> {
    const seen = await this.see();
    const title = seen.popUp || seen.headings[0] || seen.documentTitle;
    const offered = [...seen.taps.map(({ name }) => name), ...seen.fields.map(({ name }) => `a field named "${name}"`)];
    return new Blocked(
      `wanted ${wanted} on the phone, its screen "${title}" offers: ${offered.join(', ') || 'nothing'}`,
    );
  }
}
