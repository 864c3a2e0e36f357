import { type OtpauthUri, type OtpParameters, parseOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { seeSymbols } from '../../simulators/camera/eye.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { Authenticator } from '../../simulators/phone/authenticator.ts';
import type { Credentials, Phone } from '../../simulators/phone/phone.ts';
import { ACTIONS } from '../../simulators/phone/screens.ts';
import type { FormAround } from '../../simulators/web-user/page.ts';
import type { ManualValues, News } from '../../simulators/web-user/told.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { MORE_ACCOUNTS } from './more-accounts.ts';
import { keepSecret } from './secrets.ts';

/** One registration as the person knows it: the name given, and what the QR code says, read when it is needed. */
export class Registration {
  readonly name: string;
  /** The text of the symbol, to the letter. */
  readonly symbolText: string;

  constructor(name: string, symbolText: string) {
    this.name = name;
    this.symbolText = symbolText;
    const secret = /[?&]secret=([^&]*)/.exec(symbolText)?.[1];
    if (secret) keepSecret(secret);
  }

  /** @throws {Blocked} when the symbol is no key URI that a phone could use */
  get uri(): OtpauthUri {
    return usable(() => parseOtpauthUri(this.symbolText));
  }

  /** Whether a phone could use it. */
  get isUsable(): boolean {
    try {
      return this.authenticator !== undefined;
    } catch (error) {
      if (error instanceof Blocked) return false;
      throw error;
    }
  }

  /** @throws {Blocked} when the key is none that a phone could use */
  get authenticator(): Authenticator {
    return this.authenticatorWith({});
  }

  /**
   * The same key with other parameters than the QR code says.
   * @throws {Blocked} when the key is none that a phone could use
   */
  authenticatorWith(other: Partial<OtpParameters>): Authenticator {
    const { uri } = this;
    return usable(() => new Authenticator(uri.secret, { ...uri, ...other }));
  }
}

/** Somebody with an account, a window on the web and a phone. */
export class Person {
  credentials: Credentials;
  phone: Phone;
  web: WebUser;
  registrations: Registration[] = [];
  /** What the web said after each act, the last one last. */
  allNews: News[] = [];
  manual: ManualValues | undefined;
  /** Windows of the same session, by the registration that each of them shows. */
  readonly tabs = new Map<string, WebUser>();
  /** Phones that were in hand before this one, the first one first. */
  earlierPhones: Phone[] = [];
  /** The form that took a guess last, for pages that offer it no more. */
  lastCodeForm: FormAround | undefined;
  /** A name that a sentence made up. */
  chosenName = '';
  /** The addresses of pages that have shown a key, whatever they show by now. */
  readonly keyAddresses = new Set<string>();
  /** The one-time codes that were sent, wherever they were typed, the last one last. */
  sentCodes: string[] = [];
  /** The texts of the symbols of registrations for which Continue was tapped. */
  readonly continued = new Set<string>();
  /** Phones that no sentence speaks of, by the text of the symbol that they have scanned. */
  readonly standInPhones = new Map<string, Phone>();
  /** What has to be done before a code is submitted. */
  beforeSubmit: (() => Promise<void>) | undefined;

  /** What the list of devices said before the scenario, where others have used the account. */
  listBefore: string[] = [];
  /** A code of a device that an earlier scenario has left on the account, if there is one. */
  keptCode: (() => Promise<string>) | undefined;

  constructor(credentials: Credentials, actors: { web: WebUser; phone: Phone }) {
    this.credentials = credentials;
    this.web = actors.web;
    this.phone = actors.phone;
    keepSecret(credentials.password);
  }

  /** What the web said last. */
  get news(): News {
    return this.allNews.at(-1) ?? [];
  }

  /** The same, to be put behind what was seen. */
  get lastWords(): string {
    return this.news.length > 0 ? `; the last page said: ${this.news.join(' / ')}` : '';
  }

  set news(news: News) {
    this.allNews.push(news);
  }

  get lastCode(): string {
    return this.sentCodes.at(-1) ?? '';
  }

  /** The registration begun last. */
  get registration(): Registration {
    const registration = this.registrations.at(-1);
    if (!registration) throw new Error('this sentence needs one that begins a registration before it');
    return registration;
  }

  /** The one of this name; the last one, where it was begun anew under the same name. */
  registrationOf(name: string): Registration {
    const registration = this.registrations.findLast((candidate) => candidate.name === name);
    if (!registration) throw new Error(`this sentence needs one that begins the registration of "${name}" before it`);
    return registration;
  }

  /** Remembers a code as the last one sent, and as something no report may hold. */
  remember(code: string): string {
    keepSecret(code);
    this.sentCodes.push(code);
    return code;
  }

  /** Signs in on the web and goes to the form for a device's name. */
  async signInToRegister(): Promise<void> {
    await this.web.signInToRegister(this.credentials, this.#maySpareCode ? this.keptCode : undefined);
    if (this.#maySpareCode && !(await this.web.isAskedForName())) await this.openRegistration();
  }

  /** Goes to that form from wherever the web is. @throws {Unprovided} when a device of an earlier scenario leads to none */
  async openRegistration(): Promise<void> {
    if (!this.#maySpareCode) return this.web.openRegistration();
    await this.web.openRegistration(this.keptCode);
    if (!(await this.web.isAskedForName())) throw new Unprovided('a fresh account', LEADS_NOWHERE);
  }

  /** Selects Next, after which a portal may ask for a code of a device of an earlier scenario. */
  next(): Promise<News> {
    return this.web.next(this.#maySpareCode ? this.keptCode : undefined);
  }

  /** With a device of the scenario's own it is for its sentences to show a code. */
  get #maySpareCode(): boolean {
    return this.keptCode !== undefined && this.sentCodes.length === 0;
  }

  /** Signs in to the app; a registered phone sends its code. */
  signInToApp(): Promise<void> {
    return this.phone.signIn(this.credentials, (code) => this.remember(code));
  }

  /** Taps what has this name on the phone in hand. */
  async tap(action: string): Promise<void> {
    if (action === ACTIONS.continue) this.continued.add(this.registrations.at(-1)?.symbolText ?? '');
    await this.phone.tap(action);
  }

  /** The picture with the QR code. @throws {Blocked} when the web shows none */
  async lookAtQrCode(): Promise<Uint8Array> {
    const picture = await this.web.qrCode();
    if (!picture)
      throw new Blocked(`wanted a QR code on the web page ${new URL(this.web.address()).pathname}, saw none`);
    return picture;
  }

  /** Remembers what the QR code on the web says, as the registration of this name. */
  async rememberRegistration(name: string): Promise<void> {
    const [symbol] = await seeSymbols(await this.lookAtQrCode());
    this.keyAddresses.add(this.web.address());
    this.registrations = [...this.registrations, new Registration(name, symbol?.text ?? '')];
  }
}

const LEADS_NOWHERE = `a code of a device that an earlier scenario has left led to no form for another; ${MORE_ACCOUNTS}`;

function usable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : 'it cannot be read';
    throw new Blocked(`wanted a usable key URI in the QR code: ${fault}`, { cause });
  }
}
