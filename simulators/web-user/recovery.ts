import { openSignIn } from './give-password.ts';
import { fill, press } from './insist.ts';
import type { Page } from './page.ts';
import type { Portal } from './portal.ts';

/** What a portal offers to somebody who cannot sign in any more. */
export class Recovery {
  readonly #page: Page;
  readonly #portal: Portal;

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
  }

  /** The names of everything on the sign-in page, and of what of it leads to help. To be asked of who is signed out. */
  async offers(): Promise<{ all: string[]; help: string[] }> {
    await openSignIn(this.#page, this.#portal);
    const all = (await this.#page.controlNames()).map((quoted) => quoted.slice(1, -1));
    return { all, help: all.filter((name) => this.#portal.labels.recovery.test(name)) };
  }

  /** Asks for a new password, as somebody who forgot theirs. */
  async ask(username: string): Promise<void> {
    const { labels } = this.#portal;
    await openSignIn(this.#page, this.#portal);
    await press(this.#page, labels.recovery);
    await fill(this.#page, { name: labels.username, text: username });
    await press(this.#page, labels.sendRecovery);
  }

  /** Opens the address that came by mail, and sets a password there. */
  async setPassword(address: string, password: string): Promise<void> {
    const { labels } = this.#portal;
    await this.#page.open(address);
    await fill(this.#page, { name: labels.newPassword, text: password });
    await this.#page.fill(labels.repeatPassword, password);
    await press(this.#page, labels.savePassword);
  }
}
