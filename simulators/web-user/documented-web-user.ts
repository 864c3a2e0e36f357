import { seeSymbols } from '../camera/eye.ts';
import { Blocked } from '../errors.ts';
import type { Credentials } from '../phone/phone.ts';
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
    await this.#fill(labels.username, username);
    await this.#fill(labels.password, password);
    await this.#press(labels.signIn);
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
    if (!bookmarks.registration || !(await this.#isAtRegistration())) await this.#walk(this.#page, labels.path);
    bookmarks.registration = this.#page.address();
    if (codeOfRegisteredDevice && !(await this.isAskedForName()) && (await this.isAskedForCode())) {
      await this.typeCode(await codeOfRegisteredDevice());
      await this.#press(labels.confirmIdentity);
    }
  }

  isAskedForName(): Promise<boolean> {
    return this.#page.has({ kind: 'fill', name: this.#portal.labels.deviceName });
  }

  nameDevice(name: string): Promise<void> {
    return this.#fill(this.#portal.labels.deviceName, name);
  }

  next(): Promise<News> {
    return this.#newsOf(() => this.#press(this.#portal.labels.next));
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
    const values = readManualValues(await this.#newsOf(() => this.#press(this.#portal.labels.notAbleToScan)));
    this.#secretLines = values.lines;
    return values;
  }

  isAskedForCode(): Promise<boolean> {
    return this.#page.has({ kind: 'fill', name: this.#portal.labels.oneTimeCode });
  }

  typeCode(code: string): Promise<void> {
    return this.#fill(this.#portal.labels.oneTimeCode, code);
  }

  submit(): Promise<News> {
    return this.#newsOf(() => this.#press(this.#portal.labels.submit));
  }

  async submitOdd(value: OddValue): Promise<number> {
    const { action, fields, fieldName } = await this.#formAround(this.#portal.labels.oneTimeCode);
    const body = value.body(fields, fieldName);
    const [status = 0] = await this.#page.sendTogether([{ address: action, contentType: value.contentType, body }]);
    return status;
  }

  async submitTogether(code: string, times: number): Promise<number[]> {
    const { action, fields } = await this.#filledForm(this.#portal.labels.oneTimeCode, code);
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
      await this.#walk(this.#listTab, labels.path.slice(0, -1));
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
    return this.#filledForm(this.#portal.labels.deviceName, name);
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

  async #walk(page: Page, steps: string[]): Promise<void> {
    await page.open(this.#portal.url);
    for (const step of steps) {
      if (!(await page.press(step))) await blocked(page, `something to press named "${step}"`);
    }
  }

  async #press(name: string | RegExp): Promise<void> {
    if (!(await this.#page.press(name))) await blocked(this.#page, `something to press named ${inWords(name)}`);
  }

  async #fill(name: string | RegExp, text: string): Promise<void> {
    if (!(await this.#page.fill(name, text))) await blocked(this.#page, `a field named ${inWords(name)}`);
  }

  async #formAround(fieldName: RegExp): Promise<FormAround> {
    const form = await this.#page.formAround(fieldName);
    return form ?? blocked(this.#page, `a form with a field named ${inWords(fieldName)}`);
  }

  async #filledForm(field: RegExp, text: string): Promise<FormAround> {
    const form = await this.#formAround(field);
    const fields = form.fields.map(([name, value]): [string, string] => [name, name === form.fieldName ? text : value]);
    return { ...form, fields };
  }

  /** The lines that an act brought to the page; one that was there twice and is there three times is news. */
  async #newsOf(act: () => Promise<void>): Promise<News> {
    const before = await this.#page.lines();
    await act();
    return (await this.#page.lines()).filter((line) => {
      const known = before.indexOf(line);
      if (known >= 0) before.splice(known, 1);
      return known < 0;
    });
  }
}

async function blocked(page: Page, wanted: string): Promise<never> {
  const { pathname } = new URL(page.address());
  const offered = (await page.controlNames()).join(', ');
  throw new Blocked(`wanted ${wanted} on the web page ${pathname}, it offers: ${offered || 'nothing'}`);
}

function inWords(name: string | RegExp): string {
  return typeof name === 'string' ? `"${name}"` : `like ${name.source}`;
}
