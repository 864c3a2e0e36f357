import type { Recorder } from '../../simulators/network/recorder.ts';
import type { CameraState } from '../../simulators/phone/phone.ts';
import { inOurErrors, PATIENCE_MS } from '../../simulators/web-user/browser/in-our-errors.ts';
import type { Conditions } from '../browser-phone/conditions.ts';
import { CALM_MS, MOST_ROUNDS, RESTLESS_MS, waiting } from '../browser-phone/patience.ts';
import type { Told } from '../browser-phone/told.ts';
import { type InServedPage, inPageFunction } from './in-page.ts';
import { Interception } from './interception.ts';
import { Page } from './page.ts';
import { Rest, unlessLeft } from './rest.ts';
import type { ServedApi } from './served-api.ts';
import type { Session } from './session.ts';
import { CHANNEL, TabEvents } from './tab-events.ts';
import { World } from './world.ts';

/** What a tab needs to know of its phone. */
export interface Around {
  appUrl: string;
  recorder: Recorder;
  told: Told;
  conditions: Conditions;
  /** Whether the camera is one of ours, in the page. */
  playsCamera: boolean;
  /** Where the suite plays the app's server. */
  served?: ServedApi | undefined;
}

declare const paircheck: InServedPage;

/** The tab of the app, behind a WebDriver server: watched, and waited for until it is at rest. */
export class Tab {
  readonly page: Page;
  /** What the network answered since this was last emptied: statuses. */
  readonly statuses: number[] = [];
  /** Whether time has been sent elsewhere since somebody last looked. */
  isOtherTime = false;
  readonly #around: Around;
  readonly #world: World;
  readonly #interception: Interception;
  readonly #events: TabEvents;
  readonly #rest = new Rest();
  #patienceMs = PATIENCE_MS;
  #camera: CameraState | undefined;
  #now: number | undefined;
  #scripts: string[] = [];

  private constructor(page: Page, around: Around) {
    this.page = page;
    this.#around = around;
    this.#world = new World(page);
    this.#interception = new Interception(page, around.served);
    this.#events = new TabEvents(page, { ...around, rest: this.#rest, statuses: this.statuses });
  }

  /** @param userContext the browser profile that it belongs to */
  static async open(session: Session, userContext: string, around: Around): Promise<Tab> {
    const tab = new Tab(await Page.open(session, userContext), around);
    tab.#events.start();
    await tab.follow();
    return tab;
  }

  /** Whether it shows what the browser shows when no page came. */
  get showsNoPage(): boolean {
    return this.#interception.hasFailedPage;
  }

  /** Does what may change the page, and waits until it is at rest. */
  async change(act: () => Promise<unknown>): Promise<void> {
    await this.follow();
    await this.#rest.beforehand(this.page);
    await act();
    await this.#settle();
  }

  /** Comes to a page by its address. */
  async come(url: string): Promise<void> {
    await this.follow();
    this.#rest.takeFailure();
    const { session, context } = this.page;
    await session.send('browsingContext.navigate', { context, url, wait: 'none' });
    await this.#settle();
  }

  /** Sees to it that what the phone knows of the world holds here as well. */
  async follow(): Promise<void> {
    const { conditions, told } = this.#around;
    await this.#world.setUnder(conditions);
    await this.#interception.follow(conditions);
    const now = conditions.now();
    const isOtherTime = now !== undefined && now !== this.#now;
    if (!isOtherTime && told.camera === this.#camera) return;
    this.isOtherTime ||= isOtherTime && this.#now !== undefined;
    [this.#now, this.#camera] = [now, told.camera];
    await this.#tellPage(told.camera, now);
  }

  /** Waits until something holds in the page, or no longer; a page that was left is another. @returns whether it does */
  async until(holds: (was: string) => boolean, was: string, patienceMs: number): Promise<boolean> {
    const wait = waiting(holds, patienceMs) as unknown as (was: string) => boolean;
    return unlessLeft(() => this.page.ask(wait, was), true);
  }

  async close(): Promise<void> {
    this.#events.stop();
    this.#interception.leave();
    await this.page.close();
  }

  /** Anew for every document to come, and in the one that is there. */
  async #tellPage(camera: CameraState, now: number | undefined): Promise<void> {
    const { session } = this.page;
    for (const script of this.#scripts.splice(0)) await session.send('script.removePreloadScript', { script });
    await this.#preload(inPageFunction(camera, this.#around.playsCamera));
    if (now !== undefined) await this.#preload(`() => paircheck.shiftClock(${now})`);
    await unlessLeft(
      () =>
        this.page.ask(
          (state: CameraState, at: number | null) => {
            if (typeof paircheck === 'undefined') return;
            paircheck.setCamera(state);
            if (at !== null) paircheck.shiftClock(at);
          },
          camera,
          now ?? null,
        ),
      undefined,
    );
  }

  async #preload(functionDeclaration: string): Promise<void> {
    const { session, context } = this.page;
    const tell = { type: 'channel', value: { channel: CHANNEL } };
    const given = { functionDeclaration, arguments: [tell], contexts: [context] };
    const { script } = await session.send<{ script: string }>('script.addPreloadScript', given);
    this.#scripts.push(script);
  }

  async #settle(): Promise<void> {
    await this.#restOnce();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!(await unlessLeft(() => this.page.ask((patience: number) => paircheck.calm(patience), CALM_MS), false)))
        return;
      await this.#restOnce();
    }
  }

  async #restOnce(): Promise<void> {
    if (!(await this.#rest.of(this.page, this.#patienceMs))) this.#patienceMs = RESTLESS_MS;
    const failure = this.#rest.takeFailure();
    // Without a network the browser has a page of its own to show, and that is what a person sees.
    if (failure === undefined || this.#around.conditions.network !== 'online') return;
    throw await inOurErrors(new Error(failure), this.#around.appUrl);
  }
}
