import type { Pixels } from '../../simulators/camera/eye.ts';
import { HarnessFault, Unprovided } from '../../simulators/errors.ts';
import type { AccessibleNode, Gesture } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import { coverSecrets, uncoverSecrets } from '../../simulators/web-user/browser/in-page.ts';
import { withoutSymbols } from '../../simulators/web-user/browser/take-picture.ts';
import type { AppDevice } from '../browser-phone/app-device.ts';
import { secretLines } from '../browser-phone/secret-lines.ts';
import type { SeenScreen } from '../browser-phone/seen-screen.ts';
import { pngOf } from '../frame-png.ts';
import { steadily } from '../steadily.ts';
import { Copied } from './copied.ts';
import type { InServedPage } from './in-page.ts';
import { see, treeOf } from './screen.ts';
import type { WebDriverServer } from './server.ts';
import type { Session } from './session.ts';
import { type Around, Tab } from './tab.ts';
import { EVENTS } from './tab-events.ts';
import { GESTURES } from './web-gestures.ts';

declare const paircheck: InServedPage;

interface Place {
  session: Session;
  userContext: string;
  tab: Tab;
}

/** What a page needs of its session: no waiting, for that is ours, and events. */
const WANTED = { webSocketUrl: true, pageLoadStrategy: 'none', unhandledPromptBehavior: 'ignore' };
const NO_EVENTS =
  'gave the session no WebDriver BiDi (no webSocketUrl): a web app needs it; chromedriver and geckodriver have it, and ' +
  'Appium where its driver hands it on';

/** A browser behind a WebDriver server, with a web app in it, in a browser profile of its own. */
export class WebDevice implements AppDevice {
  readonly seesFilm = true;
  readonly addsClaims = true;
  readonly #server: WebDriverServer;
  readonly #around: Around;
  readonly #conversationUrl: string | undefined;
  #place: Promise<Place> | undefined;
  #frame: string | undefined;

  constructor(server: WebDriverServer, around: Around, conversationUrl: string | undefined) {
    this.#server = server;
    this.#around = around;
    this.#conversationUrl = conversationUrl;
  }

  get isOpen(): boolean {
    return this.#place !== undefined;
  }

  async follow(): Promise<void> {
    await (await this.#place)?.tab.follow();
  }

  async see(): Promise<SeenScreen> {
    const tab = await this.#tab();
    await tab.follow();
    return see(tab);
  }

  async hasLeft(code: string | undefined, patienceMs: number): Promise<boolean> {
    const tab = await this.#tab();
    const isLooked = tab.isOtherTime && code !== undefined;
    tab.isOtherTime = false;
    return isLooked && tab.until((was) => !paircheck.digits().includes(was), code, patienceMs);
  }

  async showsNoPage(): Promise<boolean> {
    return (await this.#tab()).showsNoPage;
  }

  async rest(): Promise<void> {
    await (await this.#tab()).change(async () => {});
  }

  async signature(): Promise<string> {
    return (await this.#tab()).page.ask(() => paircheck.signature());
  }

  async noticed(before: string, patienceMs: number): Promise<boolean> {
    return (await this.#tab()).until((was) => paircheck.signature() !== was, before, patienceMs);
  }

  async show(frame?: Pixels): Promise<void> {
    const tab = await this.#tab();
    if (!this.#around.playsCamera && frame)
      throw new Unprovided('camera', 'say frames: page in the target file, and the camera is played in the page');
    const png = frame ? pngOf(frame).toString('base64') : '';
    if (png === '' && this.#frame === '') return;
    await tab.page.ask((shown: string) => paircheck.showFrame(shown), png);
    this.#frame = png;
  }

  async home(): Promise<void> {
    await (await this.#tab()).come(this.#around.appUrl);
  }

  async forget({ keys }: { keys: boolean }): Promise<void> {
    const { page } = await this.#tab();
    const { session, context } = page;
    await session.send('storage.deleteCookies', { partition: { type: 'context', context } });
    await page.ask((all: boolean) => {
      sessionStorage.clear();
      if (all) localStorage.clear();
    }, keys);
    await this.home();
  }

  async gesture(gesture: Gesture): Promise<void> {
    const { tab, userContext } = await this.#open();
    const handled = { told: this.#around.told, conversationUrl: this.#conversationUrl, userContext };
    await GESTURES[gesture](tab, { ...handled, reopen: () => this.#reopen() });
  }

  async takeStatuses(): Promise<number[]> {
    return (await this.#tab()).statuses.splice(0);
  }

  async tree(seen: SeenScreen): Promise<AccessibleNode> {
    const tab = await this.#tab();
    return steadily(() => treeOf(tab, seen));
  }

  async clipboard(): Promise<string> {
    const { tab, userContext } = await this.#open();
    return new Copied(tab.page, userContext).text();
  }

  async picture(seen: SeenScreen): Promise<Picture> {
    const { page } = await this.#tab();
    await page.ask(coverSecrets, secretLines(seen));
    const shot = await page.session.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: page.context,
    });
    await page.ask(uncoverSecrets);
    return { mediaType: 'image/png', data: await withoutSymbols(Buffer.from(shot.data, 'base64')) };
  }

  async putAway(): Promise<void> {
    const place = await this.#place?.catch(() => undefined);
    this.#place = undefined;
    if (!place) return;
    const { tab, session, userContext } = place;
    await tab.close();
    await session.send('browser.removeUserContext', { userContext }).catch(() => {});
    this.#server.giveBack(session);
  }

  async #tab(): Promise<Tab> {
    return (await this.#open()).tab;
  }

  #open(): Promise<Place> {
    this.#place ??= this.#begin();
    return this.#place;
  }

  async #begin(): Promise<Place> {
    const session = await this.#server.take(WANTED);
    if (!session.hasEvents) {
      await this.#server.end(session);
      throw new HarnessFault(`the WebDriver server ${NO_EVENTS}`);
    }
    await session.beginOnce(EVENTS);
    const { userContext } = await session.send<{ userContext: string }>('browser.createUserContext', {});
    const tab = await Tab.open(session, userContext, this.#around);
    await tab.come(this.#around.appUrl);
    return { session, userContext, tab };
  }

  /** Ends the app and opens it again: what it keeps in its storages is still there. */
  async #reopen(): Promise<void> {
    const { session, userContext, tab } = await this.#open();
    const successor = await Tab.open(session, userContext, this.#around);
    await tab.close();
    this.#place = Promise.resolve({ session, userContext, tab: successor });
    this.#frame = undefined;
    await this.home();
  }
}
