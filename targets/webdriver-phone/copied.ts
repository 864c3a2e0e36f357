import { Unprovided } from '../../simulators/errors.ts';
import type { Page } from './page.ts';

/** What was copied last, as the page itself could paste it. */
export class Copied {
  readonly #page: Page;
  readonly #userContext: string;

  constructor(page: Page, userContext: string) {
    this.#page = page;
    this.#userContext = userContext;
  }

  /** @throws {Unprovided} where the browser does not let the page read it */
  async text(): Promise<string> {
    const origin = await this.#page.ask(() => location.origin);
    await this.#allow(origin, 'granted');
    try {
      const read = await this.#page.ask(async () => {
        try {
          return { text: await navigator.clipboard.readText() };
        } catch {
          return {};
        }
      });
      if (read.text !== undefined) return read.text;
    } finally {
      await this.#allow(origin, 'prompt');
    }
    throw new Unprovided('the clipboard', 'this browser lets no page of the app read it');
  }

  async #allow(origin: string, state: 'granted' | 'prompt'): Promise<void> {
    const asked = { descriptor: { name: 'clipboard-read' }, state, origin, userContext: this.#userContext };
    await this.#page.session.send('permissions.setPermission', asked);
  }
}
