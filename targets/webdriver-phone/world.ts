import type { Conditions } from '../browser-phone/conditions.ts';
import type { Page } from './page.ts';

/** A phone held upright, in CSS pixels. */
const UPRIGHT = { width: 390, height: 844 } as const;

/** How a phone is held and where it is, made so in a tab behind a WebDriver server. */
export class World {
  readonly #page: Page;
  #timeZone: string | undefined;
  #isTurned: boolean | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Has it be so. */
  async setUnder({ timeZone, isTurned }: Conditions): Promise<void> {
    const { session, context } = this.#page;
    if (isTurned !== this.#isTurned) await this.#turn(isTurned);
    if (timeZone === this.#timeZone) return;
    await session.send('emulation.setTimezoneOverride', { contexts: [context], timezone: timeZone });
    this.#timeZone = timeZone;
  }

  async #turn(isTurned: boolean): Promise<void> {
    const { width, height } = UPRIGHT;
    const viewport = isTurned ? { width: height, height: width } : { width, height };
    const { session, context } = this.#page;
    await session.send('browsingContext.setViewport', { context, viewport, devicePixelRatio: 2 });
    this.#isTurned = isTurned;
  }
}
