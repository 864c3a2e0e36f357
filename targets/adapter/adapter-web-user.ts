import { showsSymbol } from '../../simulators/camera/eye.ts';
import { drawFrame } from '../../simulators/camera/frame.ts';
import { Blocked } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { AccessibleUser } from '../../simulators/web-user/accessible-user.ts';
import type { DeviceList } from '../../simulators/web-user/device-list.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import { readManualValues } from '../../simulators/web-user/read-values.ts';
import type { Recovery } from '../../simulators/web-user/recovery.ts';
import { drawLines } from '../../simulators/web-user/text/draw-lines.ts';
import type { ManualValues, News } from '../../simulators/web-user/told.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { WireUser } from '../../simulators/web-user/wire-user.ts';
import { pngOf } from '../frame-png.ts';
import { notAsked, OTHERWISE, partly } from '../partly.ts';
import type { Adapter } from './adapter.ts';
import { adapterDeviceList } from './adapter-device-list.ts';
import { AdapterWindow } from './adapter-window.ts';
import { adapterRecovery, adapterWireUser } from './adapter-wire-user.ts';

/** A person on the web whom a program of somebody else's plays, in a window of their own. */
export class AdapterWebUser implements WebUser {
  readonly accessible: AccessibleUser;
  readonly devices: DeviceList;
  readonly recovery: Recovery;
  readonly wire: WireUser;
  readonly pageOn = notAsked('a page on other screens', OTHERWISE.web);
  readonly visitAll = notAsked('a visit to every page', OTHERWISE.web);
  readonly newTab = notAsked('a second tab of a session', OTHERWISE.web);
  readonly session = notAsked('a session that is carried to another window', OTHERWISE.web);
  readonly resume = notAsked('a session that is carried to another window', OTHERWISE.web);
  readonly #window: AdapterWindow;
  readonly #portal: Pick<Portal, 'labels'>;
  #typedName = '';
  #typedCode = '';
  #keyLines: string[] = [];

  constructor(adapter: Adapter, portal: Pick<Portal, 'labels'>) {
    this.#window = new AdapterWindow(adapter);
    this.#portal = portal;
    this.devices = adapterDeviceList(this.#window);
    this.wire = adapterWireUser(this.#window);
    this.recovery = adapterRecovery(this.#window, portal);
    const lines = () => this.lines();
    this.accessible = partly<AccessibleUser>({ lines }, 'a page as a screen reader has it', OTHERWISE.web);
  }

  async signIn(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    if (await this.isSignedIn()) return;
    await this.signInHere(credentials);
    const { isSignedIn, asksFor } = await this.#window.look();
    if (codeOfRegisteredDevice && !isSignedIn && asksFor.includes('code'))
      await this.#window.act('web.confirmIdentity', { code: await codeOfRegisteredDevice() });
  }

  signInHere({ username, password }: Credentials): Promise<void> {
    return this.#window.act('web.signIn', { username, password });
  }

  async signInToRegister(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    await this.signIn(credentials, codeOfRegisteredDevice);
    await this.openRegistration();
  }

  signOut(): Promise<void> {
    return this.#window.act('web.signOut', {});
  }

  async isSignedIn(): Promise<boolean> {
    await this.openPortal();
    return this.#window.page.isSignedIn;
  }

  openSignIn(): Promise<void> {
    return this.openPortal();
  }

  openPortal(): Promise<void> {
    return this.#window.act('web.open', {});
  }

  async offers(): Promise<string[]> {
    return (await this.#window.look()).offers.map((name) => `"${name}"`);
  }

  async follow(step: string): Promise<boolean> {
    try {
      await this.#window.act('web.follow', { step });
      return true;
    } catch (error) {
      if (error instanceof Blocked) return false;
      throw error;
    }
  }

  async openRegistration(codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    await this.#window.act('web.openRegistration', {});
    const { asksFor } = this.#window.page;
    if (!codeOfRegisteredDevice || asksFor.includes('name') || !asksFor.includes('code')) return;
    await this.#window.act('web.confirmIdentity', { code: await codeOfRegisteredDevice() });
  }

  isAskedForName(): Promise<boolean> {
    return this.#window.asksFor('name');
  }

  /** Typed and sent in one call, so that an adapter needs no page to keep it in. */
  async nameDevice(name: string): Promise<void> {
    await this.#window.insistOn('name');
    this.#typedName = name;
  }

  next(): Promise<News> {
    const name = this.#typedName;
    this.#typedName = '';
    return this.#window.newsOf('web.nameDevice', { name });
  }

  /** Where the adapter has no pixels the symbol is drawn here, for the phone's camera; nothing is told of its looks. */
  async qrCode(): Promise<Uint8Array | undefined> {
    const { adapter, session } = this.#window;
    const { picture, text } = await adapter.call('web.qrCode', { session });
    if (text !== undefined) return pngOf(drawFrame([{ text, where: 'within the brackets' }]));
    const pixels = picture === undefined ? undefined : new Uint8Array(Buffer.from(picture, 'base64'));
    return pixels && (await showsSymbol(pixels)) ? pixels : undefined;
  }

  async showsKey(): Promise<boolean> {
    return readManualValues(await this.lines()).keys.length > 0;
  }

  async offersManualValues(): Promise<boolean> {
    return (await this.#window.look()).offers.includes(this.#portal.labels.notAbleToScan);
  }

  async openManualValues(): Promise<ManualValues> {
    const values = readManualValues(await this.#window.newsOf('web.manualValues', {}));
    this.#keyLines = values.lines;
    return values;
  }

  isAskedForCode(): Promise<boolean> {
    return this.#window.asksFor('code');
  }

  async typeCode(code: string): Promise<void> {
    await this.#window.insistOn('code');
    this.#typedCode = code;
  }

  submit(): Promise<News> {
    const code = this.#typedCode;
    this.#typedCode = '';
    return this.#window.newsOf('web.submit', { code });
  }

  address(): string {
    return this.#window.page.address;
  }

  open(address: string): Promise<void> {
    return this.#window.act('web.open', { address });
  }

  goBack(): Promise<void> {
    return this.#window.act('web.goBack', {});
  }

  reload(): Promise<void> {
    return this.#window.act('web.reload', {});
  }

  async lines(): Promise<string[]> {
    return (await this.#window.look()).lines;
  }

  async picture(): Promise<Picture> {
    const { adapter, page } = this.#window;
    const secrets = [...this.#keyLines, ...readManualValues(page.lines).keys];
    const lines = page.lines.map((line) =>
      adapter.withoutSecrets(
        secrets.reduce((text, secret) => text.replaceAll(secret, '\u2022\u2022\u2022\u2022'), line),
      ),
    );
    return { mediaType: 'image/svg+xml', data: drawLines(lines) };
  }

  close(): Promise<void> {
    const { adapter, session } = this.#window;
    return adapter.callIfPossible('web.close', { session });
  }
}
