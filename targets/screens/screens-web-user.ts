import { Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { DeviceList } from '../../simulators/web-user/device-list.ts';
import { DocumentedWebUser } from '../../simulators/web-user/documented-web-user.ts';
import { blocked, fill, press } from '../../simulators/web-user/insist.ts';
import type { Page } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import type { News } from '../../simulators/web-user/told.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { NO_NAMES, ORDINARY_NAME } from '../names.ts';
import { freshDeviceList } from './fresh-device-list.ts';
import { givePasswordAgain } from './give-password-again.ts';
import { openKnownSignIn } from './known-sign-in.ts';
import { pathFor } from './own-path.ts';
import { comesTo } from './patience.ts';
import { pressSubmit } from './press-submit.ts';
import type { ScreenedPortal } from './screens.ts';
import { steadyPage } from './steady-page.ts';

/** Where somebody on such pages is. */
export interface Surroundings {
  page: Page;
  portal: Portal;
  screened: ScreenedPortal;
  /** Opens a page in a session of its own. */
  openFresh(): Promise<Page>;
}

/**
 * The person at a portal whose pages are not the document's: the way is as long as it is, devices have no names, a code
 * may be sent as it is typed, and something may have to be acknowledged afterwards. Whether somebody has a device is seen
 * by whether a sign-in from elsewhere is asked for a code.
 */
export class ScreensWebUser extends DocumentedWebUser {
  override readonly devices: DeviceList;
  readonly #around: Surroundings;
  #credentials: Credentials | undefined;
  #code: string | undefined;
  /** Whether no other tab shares its session. */
  #isAlone = true;

  constructor({ page, ...others }: Surroundings) {
    const around = { ...others, page: steadyPage(page) };
    super(around.page, around.portal);
    this.#around = around;
    const another = async () => new ScreensWebUser({ ...around, page: await around.openFresh() });
    this.devices = freshDeviceList(another, { screened: around.screened, whose: () => this.#credentials });
  }

  override async signInHere(credentials: Credentials): Promise<void> {
    const { page, portal } = this.#around;
    this.#credentials = credentials;
    await comesTo(async () => (await this.#isSignedOut()) || page.has({ kind: 'fill', name: portal.labels.username }));
    const before = await page.lines();
    await super.signInHere(credentials);
    await comesTo(
      async () => !(await page.has({ kind: 'fill', name: portal.labels.password })) || this.#isTold(before),
    );
    await comesTo(async () => (await this.isAskedForCode()) || (await this.#isInside()) || this.#isTold(before));
  }

  override async signInToRegister(
    credentials: Credentials,
    codeOfRegisteredDevice?: () => Promise<string>,
  ): Promise<void> {
    await this.signIn(credentials, codeOfRegisteredDevice);
    if (!(await this.#isInside())) await this.openPortal();
    if (!(await this.#isInside()) && (await this.#isAskedForPassword()))
      await blocked(this.#around.page, 'no password field after a sign-in');
    await this.#walk();
  }

  override openSignIn(): Promise<void> {
    const { page, portal } = this.#around;
    const comesToPassword = () => comesTo(() => this.#isAskedForPassword());
    return openKnownSignIn(page, portal, { comeThere: () => super.openSignIn(), comesToPassword });
  }

  /** A menu may have to be opened first; nobody who is asked for the password is signed in. */
  override async signOut(): Promise<void> {
    const { page, portal } = this.#around;
    const { signOut } = portal.labels;
    if (!(await this.isSignedIn()) && (await this.#isAskedForPassword())) return;
    for (const step of this.#path) {
      if (await page.has({ kind: 'press', name: signOut })) break;
      await this.#follow(step);
    }
    await super.signOut();
    // It may lead to a page that asks for nothing.
    await comesTo(
      async () => (await this.#isAskedForPassword()) || !(await page.has({ kind: 'press', name: signOut })),
    );
  }

  override async isSignedIn(): Promise<boolean> {
    // In a window that is new nobody is.
    if (this.#isAlone && this.#around.page.address() === 'about:blank') await this.openSignIn();
    else await this.openPortal();
    await comesTo(async () => (await this.#isInside()) || this.#isSignedOut());
    return this.#isInside();
  }

  override async openRegistration(): Promise<void> {
    await this.openPortal();
    await this.#walk();
  }

  async #walk(): Promise<void> {
    for (const step of this.#path) await this.#follow(step);
    await comesTo(async () => (await this.isAskedForCode()) || this.#isAskedForPassword());
    // Asked for beside the code, it is given with it.
    if (!(await this.isAskedForCode()) && (await this.#isAskedForPassword()))
      await givePasswordAgain(this.#around.page, this.#around.portal, this.#credentials?.password ?? '');
  }

  override async isAskedForName(): Promise<boolean> {
    return false;
  }

  override async nameDevice(name: string): Promise<void> {
    if (!ORDINARY_NAME.test(name)) throw new Unprovided('names of devices', NO_NAMES);
    if (!(await this.isAskedForCode()))
      await blocked(this.#around.page, 'a field for the code of a registration that is begun');
    this.#around.screened.lastNames.set(this.#credentials?.username ?? '', name);
  }

  override async next(): Promise<News> {
    await comesTo(async () => (await this.qrCode()) !== undefined);
    return [];
  }

  override async typeCode(code: string): Promise<void> {
    if (!(await this.isAskedForCode())) await super.typeCode(code);
    this.#code = code;
  }

  override async submit(): Promise<News> {
    const { page, screened, portal } = this.#around;
    const before = await page.lines();
    if (await this.#isAskedForPassword()) await this.#fillPassword();
    await fill(page, { name: portal.labels.oneTimeCode, text: this.#code ?? '' });
    const wasSeen = await this.#showsCode();
    // Refused as the one before, it may be answered by a page that says just the same, with an empty field.
    const isTakenAway = async () => wasSeen && !(await this.#showsCode());
    const isAnswered = async () =>
      !(await this.isAskedForCode()) || (await this.#isTold(before)) || (await isTakenAway());
    if (!screened.screens.submitsItself || !(await comesTo(isAnswered)))
      await pressSubmit(page, portal, screened.screens.submitsItself === true);
    await comesTo(isAnswered);
    const news = (await page.lines()).filter((line) => !before.includes(line) && line !== this.#code);
    for (const name of screened.screens.acknowledge ?? []) await page.press(name);
    return news;
  }

  /** In another tab of a session it is the same person. */
  override async newTab(): Promise<WebUser> {
    const tab = new ScreensWebUser({ ...this.#around, page: await this.#around.page.secondTab() });
    tab.#credentials = this.#credentials;
    tab.#isAlone = false;
    return tab;
  }

  get #path(): string[] {
    return pathFor(this.#credentials?.username ?? '', this.#around.portal.labels.path);
  }

  async #follow(name: string): Promise<void> {
    const { page } = this.#around;
    await comesTo(() => page.has({ kind: 'press', name }));
    await press(page, name);
  }

  async #showsCode(): Promise<boolean> {
    return (await this.#around.page.lines()).includes(this.#code ?? '');
  }

  #isInside(): Promise<boolean> {
    return this.#around.page.has({ kind: 'press', name: this.#path[0] ?? '' });
  }

  /** Strangers find the form, or what leads to it. */
  async #isSignedOut(): Promise<boolean> {
    const { page, portal } = this.#around;
    return (await this.#isAskedForPassword()) || page.has({ kind: 'press', name: portal.labels.signIn });
  }

  #isAskedForPassword(): Promise<boolean> {
    return this.#around.page.has({ kind: 'fill', name: this.#around.portal.labels.password });
  }

  #fillPassword(): Promise<void> {
    const { page, portal } = this.#around;
    return fill(page, { name: portal.labels.password, text: this.#credentials?.password ?? '' });
  }

  /** Whether there is a line that was not there before, but for what was typed. */
  async #isTold(before: string[]): Promise<boolean> {
    const typed = [this.#code, this.#credentials?.username];
    return (await this.#around.page.lines()).some((line) => !before.includes(line) && !typed.includes(line));
  }
}
