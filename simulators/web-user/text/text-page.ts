import type { CookieJar } from 'tough-cookie';
import type { Answer } from '../../network/answer.ts';
import type { HttpRequest } from '../../network/fetcher.ts';
import { type HttpActor, sendRequest } from '../../network/http.ts';
import type { Recorder } from '../../network/recorder.ts';
import type { Picture } from '../../picture.ts';
import type { ControlName, ForeignRequest, FormAround, Page, RawRequest, WebSession } from '../page.ts';
import { holdsKey } from '../read-values.ts';
import { addressesIn, linksIn } from './addresses.ts';
import { controlsOf, findControl } from './controls.ts';
import { fetcherWith, stoppingWith } from './cookie-fetcher.ts';
import { fromSessionCookie, originOf, toSessionCookie } from './cookies.ts';
import { sendFromElsewhere } from './cross-site.ts';
import { drawLines } from './draw-lines.ts';
import { fieldsOf, isSubmitter, readForm, typeInto } from './forms.ts';
import { Markup, newJar } from './parse.ts';
import { type Draw, fetchPictures, pictureIn } from './pictures.ts';
import { sendTogether } from './send-together.ts';
import { TextAccessibility } from './text-accessibility.ts';
import { toggle, unfoldTo } from './unfold.ts';
import { visibleLines } from './visible-lines.ts';

const FORM = 'application/x-www-form-urlencoded';
const DOTS = '\u2022\u2022\u2022\u2022';
const NO_ADDRESS = 'about:blank';
const NOTHING_YET = '<!doctype html><html><body></body></html>';

/**
 * A web page without a browser: HTML fetched, read by role and accessible name, forms sent as a browser sends them. It
 * runs no script and lays nothing out, so what only a script or a style sheet shows is not there for it.
 */
export class TextPage implements Page {
  readonly #jar: CookieJar;
  readonly #actor: HttpActor;
  readonly #draw: Draw | undefined;
  #address = NO_ADDRESS;
  /** The pages before this one, oldest first. */
  readonly #history: string[] = [];
  #markup = new Markup(NOTHING_YET);
  #pictures: Promise<Uint8Array[]> | undefined;
  readonly accessibility = new TextAccessibility({
    document: () => this.#markup.document,
    pictureOf: (element) => pictureIn(element, this.#address, this.#actor),
  });

  /** @param parts the cookies of the session that this page is a further tab of, and who draws it in a browser */
  constructor(recorder: Recorder, { jar = newJar(), draw }: { jar?: CookieJar; draw?: Draw | undefined } = {}) {
    this.#jar = jar;
    this.#draw = draw;
    this.#actor = { name: 'web', recorder, fetcher: fetcherWith(jar) };
  }

  open(address: string): Promise<void> {
    if (this.#address !== NO_ADDRESS) this.#history.push(this.#address);
    return this.#load(address, {});
  }

  back(): Promise<void> {
    return this.#load(this.#history.pop() ?? this.#address, {});
  }

  reload = (): Promise<void> => this.#load(this.#address, {});

  address(): string {
    return this.#address;
  }

  async press(name: string | RegExp, beside?: string): Promise<boolean> {
    const control = unfoldTo(this.#markup.document, { kind: 'press', name, beside });
    if (!control) return false;
    const href = control.getAttribute('href');
    if (href !== null) {
      const to = new URL(href, this.#address);
      // Elsewhere on this page, a script or a mail program: nothing that would be fetched.
      if (!href.startsWith('#') && to.protocol.startsWith('http')) await this.open(to.href);
    } else if (!toggle(control)) {
      await this.#submit(control);
    }
    return true;
  }

  async fill(name: string | RegExp, text: string): Promise<boolean> {
    const field = findControl(this.#markup.document, { kind: 'fill', name });
    if (field) typeInto(field, text);
    return field !== undefined;
  }

  async has(control: ControlName): Promise<boolean> {
    return findControl(this.#markup.document, control) !== undefined;
  }

  async reach(control: ControlName): Promise<boolean> {
    return unfoldTo(this.#markup.document, control) !== undefined;
  }

  async controlNames(): Promise<string[]> {
    return controlsOf(this.#markup.document).map(({ name }) => `"${name}"`);
  }

  lines = async (): Promise<string[]> => visibleLines(this.#markup.document);

  pictures(): Promise<Uint8Array[]> {
    const { document, source } = this.#markup;
    const lent = this.#draw;
    const draw = lent && (async () => lent(await this.session(), source));
    this.#pictures ??= fetchPictures({ document, address: this.#address, draw }, this.#actor);
    return this.#pictures;
  }

  async formAround(name: ControlName): Promise<FormAround | undefined> {
    const control = findControl(this.#markup.document, name);
    const form = control && readForm(control, this.#address);
    return form && isSubmitter(control) ? { ...form, fields: [...form.fields, ...fieldsOf(control)] } : form;
  }

  /** Where an answer leads nobody goes: whoever sends so much at once reads none of the pages. */
  sendTogether(requests: RawRequest[]): Promise<number[]> {
    const actor = { ...this.#actor, fetcher: stoppingWith(this.#jar) };
    return sendTogether(actor, requests, new URL(this.#address).origin);
  }

  replay(form: FormAround): Promise<void> {
    return this.#send(form, new URL(form.action).origin);
  }

  async secondTab(): Promise<Page> {
    return new TextPage(this.#actor.recorder, { jar: this.#jar, draw: this.#draw });
  }

  async session(): Promise<WebSession> {
    const cookies = await this.#jar.store.getAllCookies();
    return { address: this.#address, cookies: cookies.map(toSessionCookie) };
  }

  async resume({ address, cookies }: WebSession): Promise<void> {
    await Promise.all(cookies.map((cookie) => this.#jar.setCookie(fromSessionCookie(cookie), originOf(cookie))));
    await this.open(address);
  }

  /** Nothing is laid out here, so there are no pixels of a page. */
  async pixelsOn(): Promise<undefined> {
    return undefined;
  }

  async picture(secretLines: string[]): Promise<Picture> {
    const lines = visibleLines(this.#markup.document, { withFields: false });
    const covered = lines.map((line) =>
      secretLines.reduce((text, secret) => text.replaceAll(secret, DOTS), holdsKey(line) ? DOTS : line),
    );
    return { mediaType: 'image/svg+xml', data: drawLines(covered) };
  }

  async addresses(): Promise<string[]> {
    return [this.#address, ...addressesIn(this.#markup.document, this.#address)];
  }

  async storage(): Promise<string[]> {
    const cookies = await this.#jar.store.getAllCookies();
    return cookies.filter(({ httpOnly }) => !httpOnly).map((cookie) => cookie.cookieString());
  }

  links = async (): Promise<string[]> => linksIn(this.#markup.document, this.#address);

  async sendFromElsewhere(form: FormAround, how: ForeignRequest): Promise<number> {
    const response = await sendFromElsewhere({ actor: this.#actor, jar: this.#jar }, form, how);
    const [location] = response.header('location');
    // Where it leads the browser goes by itself, within the site again.
    if (location === undefined) this.#show(response);
    else await this.open(new URL(location, form.action).href);
    return response.status;
  }

  source = async (): Promise<string> => this.#markup.source;

  async close(): Promise<void> {}

  async #submit(button: Element): Promise<void> {
    const form = isSubmitter(button) ? readForm(button, this.#address) : undefined;
    if (!form) return;
    const fields = [...form.fields, ...fieldsOf(button)];
    await this.#send({ ...form, fields }, new URL(this.#address).origin);
  }

  async #send({ action, method, fields }: FormAround, origin: string): Promise<void> {
    const body = new URLSearchParams(fields).toString();
    this.#history.push(this.#address);
    if (method === 'GET') return this.#load(`${action.split('?')[0]}?${body}`, {});
    await this.#load(action, { method, headers: { 'content-type': FORM, origin }, body });
  }

  async #load(address: string, request: HttpRequest): Promise<void> {
    this.#show(await sendRequest(this.#actor, address, request));
  }

  #show(answer: Answer): void {
    this.#address = answer.url;
    this.#markup = new Markup(answer.text());
    this.#pictures = undefined;
  }
}
