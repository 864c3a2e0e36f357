import { seeSymbols } from '../camera/eye.ts';
import { Blocked } from '../errors.ts';
import { filledForm, formAround, newsOf, type Sender } from './insist.ts';
import type { ForeignRequest, FormAround, Page } from './page.ts';
import type { Portal } from './portal.ts';
import { readManualValues } from './read-values.ts';
import { oddBody, requestOf } from './script-form.ts';
import type { News, OddValue } from './told.ts';

/** What a request that another site set off led to in the person's browser. */
export interface Brought {
  status: number;
  /** Whether a QR code or a key came up. */
  showsSecret: boolean;
}

/** A person who sends what no keyboard can make the page send, with the same session. */
export class WireUser {
  readonly #page: Page;
  readonly #portal: Portal;

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
  }

  /** The form that names the device, as it would be sent. */
  nameForm(name: string): Promise<FormAround> {
    const { deviceName, next } = this.#portal.labels;
    return filledForm(this.#page, { name: deviceName, sends: next, text: name });
  }

  /** The form that takes the code, as it would be sent. */
  codeForm(code: string): Promise<FormAround> {
    return filledForm(this.#page, { ...this.#codeField, text: code });
  }

  get #codeField(): Sender {
    return { name: this.#portal.labels.oneTimeCode, sends: this.#portal.labels.submit };
  }

  /** Sends a form that was read here or elsewhere, in place of this page, and tells what came. */
  send(form: FormAround): Promise<News> {
    return newsOf(this.#page, async () => {
      if (!form.script) return this.#page.replay(form);
      // What a script makes of an answer is its own: the page is asked for anew.
      await this.sendTogether([form]);
      return this.#page.reload();
    });
  }

  /** Sends the code's form with an odd value in its place. @returns the HTTP status */
  async sendOdd(value: OddValue): Promise<number> {
    const form = await formAround(this.#page, this.#codeField);
    const request = requestOf(form);
    const odd = { ...request, ...oddBody(request.contentType, value, form) };
    const [status = 0] = await this.#page.sendTogether([odd]);
    return status;
  }

  /** Sends forms at the same moment. @returns the HTTP statuses */
  sendTogether(forms: FormAround[]): Promise<number[]> {
    return this.#page.sendTogether(forms.map(requestOf));
  }

  /**
   * Sends what a page of another site would make this browser send: only what such a page can know, and only the
   * cookies that a browser lets it use.
   * @throws {Blocked} in a window that cannot stand on another site
   */
  async sendFromElsewhere(form: FormAround, how: ForeignRequest): Promise<Brought> {
    const tab = await this.#page.secondTab();
    if (!tab.sendFromElsewhere) throw new Blocked('wanted a window that stands on another site, this one does not');
    const status = await tab.sendFromElsewhere(form, how);
    const symbols = await Promise.all((await tab.pictures()).map((picture) => seeSymbols(picture)));
    const keys = readManualValues(await tab.lines()).keys.length;
    return { status, showsSecret: keys > 0 || symbols.some(({ length }) => length > 0) };
  }

  /** Sends a form, and tells how many milliseconds of real time the answer took. */
  async sendTimed(form: FormAround): Promise<number> {
    const begin = performance.now();
    await this.sendTogether([form]);
    return performance.now() - begin;
  }

  /** Every address that the page has asked for, or names. */
  addresses(): Promise<string[]> {
    return this.#page.addresses();
  }

  /** Everything that scripts could read of what the browser keeps for the site, as text. */
  storage(): Promise<string[]> {
    return this.#page.storage();
  }

  /** Everything that the page has received and holds, as text. */
  source(): Promise<string> {
    return this.#page.source();
  }
}
