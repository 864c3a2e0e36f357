import type { Pixels } from '../../simulators/camera/eye.ts';
import type { AccessibleNode, Gesture } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { AppDevice } from './app-device.ts';
import type { Around } from './app-tab.ts';
import { AppWindow } from './app-window.ts';
import { GESTURES, type Handled } from './gestures.ts';
import type { InPage } from './in-page.ts';
import type { PhoneBrowsers } from './phone-browsers.ts';
import { type SeenScreen, see } from './seen-screen.ts';
import { pictureOf, readClipboard, treeOf } from './surface.ts';

declare const paircheck: InPage;

/** A browser of ours with a phone's size, whose camera sees what it is given. */
export class BrowserDevice implements AppDevice {
  readonly seesFilm = true;
  readonly addsClaims = true;
  readonly #window: AppWindow;
  readonly #handled: Handled;

  constructor(browsers: PhoneBrowsers, around: Around, conversationUrl: string | undefined) {
    this.#window = new AppWindow(browsers, around);
    this.#handled = { window: this.#window, told: around.told, conversationUrl };
  }

  get isOpen(): boolean {
    return this.#window.isOpen;
  }

  follow(): Promise<void> {
    return this.#window.follow();
  }

  async see(): Promise<SeenScreen> {
    const app = await this.#window.app();
    await app.attempt(() => app.follow());
    return see(app);
  }

  async hasLeft(code: string | undefined, patienceMs: number): Promise<boolean> {
    const app = await this.#window.app();
    const hasLeft = app.isOtherTime && code !== undefined && (await app.isCodeGone(code, patienceMs));
    app.isOtherTime = false;
    return hasLeft;
  }

  async showsNoPage(): Promise<boolean> {
    return (await this.#window.app()).showsNoPage;
  }

  async rest(): Promise<void> {
    const app = await this.#window.app();
    await app.change(async () => {});
  }

  async signature(): Promise<string> {
    const app = await this.#window.app();
    return app.attempt(() => app.tab.evaluate(() => paircheck.signature()));
  }

  async noticed(before: string, patienceMs: number): Promise<boolean> {
    const app = await this.#window.app();
    return app.noticed(before, patienceMs);
  }

  async show(frame?: Pixels): Promise<void> {
    (await this.#window.feed()).show(frame);
  }

  async home(): Promise<void> {
    await this.#window.home(await this.#window.app());
  }

  forget(what: { keys: boolean }): Promise<void> {
    return this.#window.forget(what);
  }

  async gesture(gesture: Gesture): Promise<void> {
    await GESTURES[gesture](await this.#window.app(), this.#handled);
  }

  async takeStatuses(): Promise<number[]> {
    return (await this.#window.app()).statuses.splice(0);
  }

  async tree(seen: SeenScreen): Promise<AccessibleNode> {
    return treeOf(await this.#window.app(), seen);
  }

  async clipboard(): Promise<string> {
    return readClipboard(await this.#window.app());
  }

  async picture(seen: SeenScreen): Promise<Picture> {
    return pictureOf(await this.#window.app(), seen);
  }

  putAway(): Promise<void> {
    return this.#window.putAway();
  }
}
