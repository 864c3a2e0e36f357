import { seeSymbols } from '../camera/eye.ts';
import type { Credentials } from '../phone/phone.ts';
import { fill, filledForm, formAround, newsOf, press, walk } from './insist.ts';
import type { FormAround, Page, Picture, Viewing, WebSession } from './page.ts';
import type { Portal } from './portal.ts';
import { readManualValues, standsIn } from './read-values.ts';
import type { ManualValues, News, OddValue, WebUser } from './web-user.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The person of the document at any portal that uses its words, on any kind of page. */
export class DocumentedWebUser implements WebUser {
  readonly #page: Page;
  readonly #portal: Portal;
  #listTab: Page | undefined;
  #secretLines: string[] = [];

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
  }

  async signIn({ username, password }: Credentials): Promise<void> {
    const { labels } = this.#portal;
    if (await this.isSignedIn()) return;
    await fill(this.#page, { name: labels.username, text: username });
    await fill(this.#page, { name: labels.password, text: password });
    await press(this.#page, labels.signIn);
  }

  async isSignedIn(): Promise<boolean> {
    await this.openPortal();
    const [firstStep = ''] = this.#portal.labels.path;
    return this.#page.has({ kind: 'press', name: firstStep });
  }

  openPortal(): Promise<void> {
    return this.#page.open(this.#portal.url);
  }

  offers(): Promise<string[]> {
    return this.#page.controlNames();
  }

  follow(step: string): Promise<boolean> {
    return this.#page.press(step);
  }

  async openRegistration(codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    const { bookmarks, labels } = this.#portal;
    if (bookmarks.registration) await this.#page.open(bookmarks.registration);
    if (!bookmarks.registration || !(await this.#isAtRegistration())) await walk(this.#page, this.#portal, labels.path);
    bookmarks.registration = this.#page.address();
    if (codeOfRegisteredDevice && !(await this.isAskedForName()) && (await this.isAskedForCode())) {
      await this.typeCode(await codeOfRegisteredDevice());
      await press(this.#page, labels.confirmIdentity);
    }
  }

  isAskedForName(): Promise<boolean> {
    return this.#page.has({ kind: 'fill', name: this.#portal.labels.deviceName });
  }

  nameDevice(name: string): Promise<void> {
    return fill(this.#page, { name: this.#portal.labels.deviceName, text: name });
  }

  next(): Promise<News> {
    return newsOf(this.#page, () => press(this.#page, this.#portal.labels.next));
  }

  async qrCode(): Promise<Uint8Array | undefined> {
    for (const picture of await this.#page.pictures()) {
      if ((await seeSymbols(picture)).length > 0) return picture;
    }
    return undefined;
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
    const values = readManualValues(
      await newsOf(this.#page, () => press(this.#page, this.#portal.labels.notAbleToScan)),
    );
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

  async submitOdd(value: OddValue): Promise<number> {
    const { action, fields, fieldName } = await formAround(this.#page, this.#portal.labels.oneTimeCode);
    const body = value.body(fields, fieldName);
    const [status = 0] = await this.#page.sendTogether([{ address: action, contentType: value.contentType, body }]);
    return status;
  }

  async submitTogether(code: string, times: number): Promise<number[]> {
    const { action, fields } = await filledForm(this.#page, { name: this.#portal.labels.oneTimeCode, text: code });
    const request = { address: action, contentType: FORM, body: new URLSearchParams(fields).toString() };
    return this.#page.sendTogether(Array.from({ length: times }, () => request));
  }

  async countListed(name: string): Promise<number> {
    return (await this.devicesPage()).filter((line) => standsIn(line, name)).length;
  }

  async devicesPage(): Promise<string[]> {
    const { bookmarks, labels } = this.#portal;
    this.#listTab ??= this.#page.secondTab();
    const registerStep = { kind: 'press', name: labels.path.at(-1) ?? '' } as const;
    if (bookmarks.devices) await this.#listTab.open(bookmarks.devices);
    if (!bookmarks.devices || !(await this.#listTab.has(registerStep))) {
      await walk(this.#listTab, this.#portal, labels.path.slice(0, -1));
    }
    bookmarks.devices = this.#listTab.address();
    return this.#listTab.lines();
  }

  address(): string {
    return this.#page.address();
  }

  open(address: string): Promise<void> {
    return this.#page.open(address);
  }

  source(): Promise<string> {
    return this.#page.source();
  }

  nameForm(name: string): Promise<FormAround> {
    return filledForm(this.#page, { name: this.#portal.labels.deviceName, text: name });
  }

  replay(form: FormAround): Promise<void> {
    return this.#page.replay(form);
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
    await this.#listTab?.close();
    await this.#page.close();
  }

  async #isAtRegistration(): Promise<boolean> {
    return (await this.isAskedForName()) || (await this.isAskedForCode());
  }
}
