import type { Credentials } from '../phone/phone.ts';
import type { Picture } from '../picture.ts';
import { comeToRegistration, isAskedForName, qrCodeOn } from './come-to-registration.ts';
import { DeviceList } from './device-list.ts';
import { DocumentedAccessibleUser } from './documented-accessible-user.ts';
import { givePassword, openSignIn } from './give-password.ts';
import { fill, isAwaitingCode, newsOf, press, proveDevice, proveWithSignIn } from './insist.ts';
import type { Page, Viewing, WebSession } from './page.ts';
import type { Portal } from './portal.ts';
import { readManualValues } from './read-values.ts';
import { Recovery } from './recovery.ts';
import { isAtHome, noteHome, openHome, signInOnTheWay } from './shortcut.ts';
import type { ManualValues, News } from './told.ts';
import type { WebUser } from './web-user.ts';
import { WireUser } from './wire-user.ts';

/** A portal may have any number of pages; those about one's own account are near. */
const MOST_PAGES = 60;

/** The person of the document at any portal that uses its words, on any kind of page. */
export class DocumentedWebUser implements WebUser {
  readonly accessible: DocumentedAccessibleUser;
  readonly devices: DeviceList;
  readonly recovery: Recovery;
  readonly wire: WireUser;
  readonly #page: Page;
  readonly #portal: Portal;
  #secretLines: string[] = [];

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
    this.accessible = new DocumentedAccessibleUser(page, portal);
    this.devices = new DeviceList(page, portal);
    this.recovery = new Recovery(page, portal);
    this.wire = new WireUser(page, portal);
  }

  async signIn(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    if (!(await this.isSignedIn())) await this.#signInWith(credentials, codeOfRegisteredDevice);
  }

  signInHere(credentials: Credentials): Promise<void> {
    this.devices.password = credentials.password;
    return givePassword(this.#page, this.#portal, credentials);
  }

  async signInToRegister(credentials: Credentials, code?: () => Promise<string>): Promise<void> {
    if (await signInOnTheWay(this.#page, this.#portal, () => this.#signInWith(credentials, code))) return;
    await this.signIn(credentials, code);
    await this.openRegistration();
  }

  signOut(): Promise<void> {
    return press(this.#page, this.#portal.labels.signOut);
  }

  isSignedIn(): Promise<boolean> {
    return isAtHome(this.#page, this.#portal);
  }

  openSignIn(): Promise<void> {
    return openSignIn(this.#page, this.#portal);
  }

  openPortal(): Promise<void> {
    return openHome(this.#page, this.#portal);
  }

  offers(): Promise<string[]> {
    return this.#page.controlNames();
  }

  follow(step: string): Promise<boolean> {
    return this.#page.press(step);
  }

  openRegistration(code?: () => Promise<string>): Promise<void> {
    return comeToRegistration(this.#page, this.#portal, code);
  }

  isAskedForName(): Promise<boolean> {
    return isAskedForName(this.#page, this.#portal);
  }

  nameDevice(name: string): Promise<void> {
    return fill(this.#page, { name: this.#portal.labels.deviceName, text: name });
  }

  async next(codeOfRegisteredDevice?: () => Promise<string>): Promise<News> {
    const news = await newsOf(this.#page, () => press(this.#page, this.#portal.labels.next));
    if (!codeOfRegisteredDevice || !(await this.isAskedForCode()) || (await this.qrCode())) return news;
    return newsOf(this.#page, () => proveDevice(this.#page, this.#portal, codeOfRegisteredDevice));
  }

  qrCode(): Promise<Uint8Array | undefined> {
    return qrCodeOn(this.#page);
  }

  pageOn(viewing: Viewing): Promise<Uint8Array | undefined> {
    return this.#page.pixelsOn(viewing);
  }

  async showsKey(): Promise<boolean> {
    return readManualValues(await this.#page.lines()).keys.length > 0;
  }

  offersManualValues(): Promise<boolean> {
    return this.#page.has({ kind: 'press', name: this.#portal.labels.notAbleToScan });
  }

  async openManualValues(): Promise<ManualValues> {
    const { notAbleToScan } = this.#portal.labels;
    const values = readManualValues(await newsOf(this.#page, () => press(this.#page, notAbleToScan)));
    this.#secretLines = values.lines;
    return values;
  }

  isAskedForCode(): Promise<boolean> {
    return this.#page.has({ kind: 'fill', name: this.#portal.labels.oneTimeCode });
  }

  typeCode(code: string): Promise<void> {
    return fill(this.#page, { name: this.#portal.labels.oneTimeCode, text: code });
  }

  submit(): Promise<News> {
    return newsOf(this.#page, () => press(this.#page, this.#portal.labels.submit));
  }

  address(): string {
    return this.#page.address();
  }

  open(address: string): Promise<void> {
    return this.#page.open(address);
  }

  goBack(): Promise<void> {
    return this.#page.back();
  }

  reload(): Promise<void> {
    return this.#page.reload();
  }

  lines(): Promise<string[]> {
    return this.#page.lines();
  }

  async visitAll(): Promise<string[]> {
    await this.openPortal();
    const found = [this.address()];
    for (const address of found) {
      await this.open(address);
      const others = (await this.#page.links()).filter((link) => !found.includes(link));
      found.push(...new Set(others.slice(0, MOST_PAGES - found.length)));
    }
    return found;
  }

  async newTab(): Promise<WebUser> {
    return new DocumentedWebUser(await this.#page.secondTab(), this.#portal);
  }

  session(): Promise<WebSession> {
    return this.#page.session();
  }

  resume(session: WebSession): Promise<void> {
    return this.#page.resume(session);
  }

  picture(): Promise<Picture> {
    return this.#page.picture(this.#secretLines);
  }

  async close(): Promise<void> {
    await this.devices.close();
    await this.#page.close();
  }

  async #signInWith(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    const isHalfIn = codeOfRegisteredDevice && (await isAwaitingCode(this.#page, this.#portal));
    if (!isHalfIn) await this.signInHere(credentials);
    if (codeOfRegisteredDevice) await proveWithSignIn(this.#page, this.#portal, codeOfRegisteredDevice);
    await noteHome(this.#page, this.#portal);
  }
}
