import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import { steadily } from '../steadily.ts';
import type { AppDevice } from './app-device.ts';
import { codesIn } from './read-code.ts';
import { type Field, type SeenScreen, tapOn } from './seen-screen.ts';
import { type Arrival, isAwaitingSubmit, type Whereabouts, whereIs } from './told-screen.ts';

/** An app that shows the time counts in seconds: one that was sent elsewhere is noticed within this. */
const TICK_MS = 1500;
/** How long an app may take to notice what its server knows by now. */
export const NEWS_MS = 5000;
/** What an app tells meanwhile may be of something else. */
export const MOST_NEWS = 3;
const TAKES_KEY: readonly Whereabouts[] = ['scanning', 'typing'];
const NO_PAGE = 'this one loads a page for each answer, and without an answer the browser shows one of its own';

/** The app in somebody's hand: looked at, tapped and typed into. */
export class AppUse {
  readonly device: AppDevice;
  /** Who signed in last. */
  credentials: Credentials | undefined;
  /** Whether a key was taken in last, and nothing registered since: what Continue says then is said of that. */
  isRegistering = false;
  /** The place where the app is, as it was when it came there. */
  arrival: Arrival = { place: 'elsewhere', lines: [] };
  /** A screen with nothing to use that did not go by itself, by its signature. */
  #staying: string | undefined;

  constructor(device: AppDevice) {
    this.device = device;
  }

  /** What is on the screen, at the time that it is now. */
  async see(): Promise<SeenScreen> {
    let seen = await this.#seePastSplash();
    const [code] = codesIn(seen.lines);
    if (await this.device.hasLeft(code, TICK_MS)) seen = await this.device.see();
    const place = whereIs(seen);
    if (TAKES_KEY.includes(place)) this.isRegistering = true;
    if (place === 'device registered') this.isRegistering = false;
    if (place !== this.arrival.place) this.arrival = { place, lines: seen.lines };
    return seen;
  }

  /**
   * @throws {Blocked} when there is nothing that is meant by it
   * @throws {Unprovided} when the app loads a page for it that does not come: what is shown then is the browser's
   */
  async tap(action: string): Promise<void> {
    if (!(await this.tapIfThere(action)) && !(await this.#tapOnceThere(action)))
      throw await this.blocked(`"${action}"`);
    if (await this.device.showsNoPage()) throw new Unprovided('an app that asks its server by itself', NO_PAGE);
  }

  async tapIfThere(action: string): Promise<boolean> {
    const isThere = await this.act(() => steadily(async () => tapOn(await this.see(), action)));
    await this.see();
    return isThere;
  }

  /** An app that begins with a picture of itself has nothing to use yet. */
  async #seePastSplash(): Promise<SeenScreen> {
    const seen = await this.device.see();
    if (!isSplash(seen)) return seen;
    const before = await this.device.signature();
    const stays = before === this.#staying || !(await this.device.noticed(before, NEWS_MS));
    this.#staying = stays ? before : undefined;
    await this.device.rest();
    return this.device.see();
  }

  /**
   * An app that asks its server now and then may offer something only a while after it may; and what slides in may be
   * there by then with the same words.
   */
  async #tapOnceThere(action: string): Promise<boolean> {
    for (let news = 0; news < MOST_NEWS; news += 1) {
      const isNews = await this.hears(NEWS_MS);
      if (await this.tapIfThere(action)) return true;
      if (!isNews) return false;
    }
    return false;
  }

  /** Taps the first thing whose name fits. */
  async tapLike(pattern: RegExp): Promise<boolean> {
    const { taps } = await this.see();
    const found = taps.find(({ name }) => pattern.test(name));
    return found !== undefined && this.tapIfThere(found.name);
  }

  async type(field: Field, text: string): Promise<void> {
    await this.act(() => field.type(text));
  }

  /** Sends the form of a field. */
  async enter(field: Field): Promise<void> {
    await this.act(() => field.enter());
    await this.see();
  }

  /** Lets the app hear that its code was taken, where it waits for that, before something happens to it. */
  async hearOfSubmit(): Promise<void> {
    if (!this.device.isOpen || !isAwaitingSubmit(await this.see())) return;
    await this.hears(NEWS_MS);
  }

  /** Waits until the app shows something else than now, or no longer. @returns whether it does */
  async hears(patienceMs: number): Promise<boolean> {
    return this.device.noticed(await this.device.signature(), patienceMs);
  }

  /** Comes to the app's address, anew. */
  async home(): Promise<SeenScreen> {
    await this.act(() => this.device.home());
    return this.see();
  }

  /** Does something to the app; nobody holds the phone before a QR code meanwhile. */
  async act<Result>(act: () => Promise<Result>): Promise<Result> {
    await this.device.show();
    return act();
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

function isSplash(seen: SeenScreen): boolean {
  return seen.taps.length + seen.fields.length === 0 && !seen.isFilming && whereIs(seen) === 'elsewhere';
}
