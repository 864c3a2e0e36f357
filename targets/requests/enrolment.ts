import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { normaliseKey } from '../../simulators/phone/authenticator.ts';
import type { News } from '../../simulators/web-user/told.ts';
import { NO_NAMES, ORDINARY_NAME } from '../names.ts';
import { pictureIn } from './picture-in.ts';
import type { Outcome, Session } from './session.ts';
import type { Values } from './templates.ts';

const NO_VALUES: Values = new Map();

/** One registration as it goes on in one tab of a session, from the name to the first code. */
export class Enrolment {
  /** What the person is asked for. */
  place: 'nothing' | 'name' | 'code' = 'nothing';
  /** What the portal said last, in its own words. */
  news: News = [];
  /** What was sent and what came, without values, for a report. */
  readonly story: string[] = [];
  /** The code that is typed and not sent. */
  typed = '';
  readonly #session: Session;
  #name = '';
  #started: Values = NO_VALUES;
  #isConfirmed = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The text of the QR code; made of the key where the portal gives no more. */
  get uri(): string | undefined {
    const { key, account } = this;
    const bare =
      key === undefined ? undefined : `otpauth://totp/${encodeURIComponent(account)}?secret=${normaliseKey(key)}`;
    return this.#started.get('uri') ?? bare;
  }

  get key(): string | undefined {
    return this.#started.get('key');
  }

  /** The QR code as the portal draws it. */
  get picture(): Promise<Uint8Array> | undefined {
    const text = this.#started.get('picture');
    return text === undefined ? undefined : pictureIn(text);
  }

  /** What the requests of this registration say beside what the session knows. */
  get given(): Record<string, string> {
    return { ...Object.fromEntries(this.#started), deviceName: this.#name, code: this.typed };
  }

  open(): void {
    this.place = 'name';
    this.typed = '';
    this.#started = NO_VALUES;
  }

  async name(name: string): Promise<void> {
    if (this.place !== 'name') throw new Blocked('wanted to name a device on the web, no registration is begun');
    if (!this.#session.portal.takesNames && !ORDINARY_NAME.test(name))
      throw new Unprovided('names of devices', NO_NAMES);
    this.#name = name;
  }

  async start(): Promise<News> {
    const { portal } = this.#session;
    const { deviceName = '' } = this.given;
    const outcome = await this.#session.do('startRegistration', portal.verb('startRegistration'), { deviceName });
    this.hear(outcome);
    if (outcome.kind === 'success') {
      this.#started = outcome.taken;
      this.place = 'code';
      portal.lastNames.set(this.account, this.#name);
    } else if (this.#isConfirmed) {
      this.place = 'nothing';
      throw new Blocked(`wanted a second registration, the portal refuses it with status ${outcome.status}`);
    }
    return this.news;
  }

  /** The lines with the values for whoever cannot scan. */
  async valuesToType(): Promise<News> {
    const { key, place } = this;
    if (place !== 'code') throw new Blocked('wanted the values to type on the web, no registration is begun');
    if (key !== undefined) return [key];
    const { taken } = await this.#session.do('manualValues', this.#session.portal.verb('manualValues'), this.given);
    return [...taken].flatMap(([name, value]) => (name === 'message' ? [] : [value]));
  }

  type(code: string): void {
    if (this.place !== 'code') throw new Blocked('wanted a field for a code on the web, no registration is begun');
    this.typed = code;
  }

  async confirm(): Promise<News> {
    if (this.place !== 'code') throw new Blocked('wanted to submit a code on the web, no registration is begun');
    this.settle(await this.#session.do('confirm', this.#session.portal.verb('confirm'), this.given));
    return this.news;
  }

  /** Takes note of how a code has fared, whoever sent it. */
  settle(outcome: Outcome): void {
    this.hear(outcome);
    this.typed = '';
    if (outcome.kind !== 'success') return;
    this.place = 'nothing';
    this.#isConfirmed = true;
  }

  hear({ kind, status, message }: Outcome): void {
    this.news = message === undefined ? [] : [message];
    const said = message === undefined ? '' : `: ${message}`;
    this.story.push(`${new URL(this.#session.address).pathname}: ${kind}, status ${status}${said}`);
  }

  get account(): string {
    return this.#session.credentials?.username ?? '';
  }
}
