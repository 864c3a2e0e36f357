import type { OtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { NextStep } from '../../protocol/phone-api.ts';
import { Blocked } from '../errors.ts';
import { rightCrafts } from './app-crafts.ts';
import type { AppMemory } from './app-memory.ts';
import { clockNotice } from './clock-notice.ts';
import { type KeyEntry, UnusableRegistration } from './key-entry.ts';
import type { Credentials, Screen, WayIn } from './phone.ts';
import type { PhoneApiClient } from './phone-api-client.ts';
import type { PhoneHardware } from './phone-hardware.ts';
import type { Refusal } from './phone-wire.ts';
import type { Place } from './screens.ts';

/** Shorter keys work, for portals issue them, but their owner should know. @see RFC 4226 section 4, R6 */
const SHORT_KEY_BITS = 128;
const WITHOUT_CAMERA = {
  'no camera': 'This device has no camera',
  'no permission': 'Scanning needs the permission to use the camera',
  'in use': 'Another app is using the camera',
} as const;
const CONVERSATION_LINK = 'conversations://conversation/1';

/**
 * The app as the document tells it. It knows the server by its wire alone, and the portal by what is seen or typed.
 * Place and message are lost when it is killed, its memory is not.
 */
export class SimulatedApp {
  readonly crafts = rightCrafts();
  readonly #api: PhoneApiClient;
  readonly #phone: PhoneHardware;
  readonly #memory: AppMemory;
  #place: Place = 'signed out';
  #message: string | undefined;
  #clockAheadMs = 0;

  constructor(api: PhoneApiClient, phone: PhoneHardware, memory: AppMemory) {
    this.#api = api;
    this.#phone = phone;
    this.#memory = memory;
    api.wire.onServerTime = (atEpochMs) => {
      this.#clockAheadMs = phone.now() - atEpochMs;
    };
  }

  get place(): Place {
    return this.#place;
  }

  get screen(): Screen {
    const entry = this.#place === 'one-time code' ? this.#entry : undefined;
    return this.crafts.screenAt(this.#place, {
      message: this.#message,
      notice: clockNotice(this.#clockAheadMs),
      accounts: entry ? [entry.account] : [],
    });
  }

  async signIn(credentials: Credentials, sends: (code: string) => string): Promise<void> {
    const next = await this.#password(credentials);
    if (next !== undefined) await this.#enter(next, sends);
  }

  async startSignIn(credentials: Credentials): Promise<void> {
    const next = await this.#password(credentials);
    if (next === 'one-time-code') this.show('code asked');
    else if (next !== undefined) await this.#enter(next);
  }

  async sendCode(code: string): Promise<void> {
    const answer = await this.#api.sendOneTimeCode(code);
    if (typeof answer !== 'object') return this.show('conversations');
    this.show(this.#place === 'code asked' ? 'code asked' : 'signed out', answer.refused);
  }

  async signOut(): Promise<void> {
    await this.#api.signOut();
    this.#memory.isPairing = false;
    this.show('signed out');
  }

  async enterBy(way: WayIn): Promise<void> {
    if (way === 'reopening the app') return this.reopen();
    if (way === 'a link into a conversation') return this.followLink();
    await this.#enterOr(await this.#api.refresh());
  }

  /** As after a kill: asks the server how far things have come, for the answer is what counts. */
  async reopen(): Promise<void> {
    this.show(this.#memory.isPairing ? 'one-time code' : 'signed out');
    if (this.#api.hasSession) await this.#enterOr(await this.#api.whatIsNext());
  }

  /** The server decides whether the conversation is shown; the app shows it to nobody else. */
  async followLink(): Promise<void> {
    this.#phone.openedLinks.push(CONVERSATION_LINK);
    if (this.#api.hasSession && (await this.#api.showsConversations())) return this.show('conversations');
    if (this.#place === 'signed out') await this.reopen();
  }

  async tap(action: string): Promise<void> {
    const { actions, title } = this.screen;
    const act = this.crafts.taps[this.#place]?.[action];
    if (!actions.includes(action) || !act) {
      throw new Blocked(`wanted "${action}" on the phone, its screen "${title}" offers: ${actions.join(', ')}`);
    }
    await act({
      show: (place) => this.show(place),
      startCamera: () => this.startCamera(),
      continue: () => this.continue(),
      signOut: () => this.signOut(),
    });
  }

  /** @param symbol the text of the QR code within the brackets, if there is one */
  async see(symbol: string | undefined): Promise<void> {
    if (this.#place !== 'scanning') throw new Blocked(`wanted the camera's view, the phone shows "${this.#place}"`);
    if (symbol === undefined) return this.show('scanning', 'There is no QR code within the brackets');
    await this.#pair(() => this.crafts.readSymbol(symbol));
  }

  async useValues(values: OtpauthUri): Promise<void> {
    if (this.#place !== 'typing') throw new Blocked(`wanted the form for the values, the phone shows "${this.#place}"`);
    await this.#pair(() => this.crafts.entryOf(values));
  }

  oneTimeCode(): string {
    const entry = this.#entry;
    if (!entry) throw new Blocked(`wanted a one-time code on the phone, its screen is "${this.screen.title}"`);
    return entry.authenticator.codeAt(this.#phone.now());
  }

  async continue(): Promise<void> {
    const refusal: Refusal | undefined = await this.#api.continue();
    if (refusal) return this.show(this.#place, refusal.refused);
    this.#memory.isPairing = false;
    this.show('device registered');
  }

  get #entry(): KeyEntry | undefined {
    return this.#memory.keys.get(this.#memory.username);
  }

  show(place: Place, message?: string): void {
    this.#place = place;
    this.#message = message;
    this.#phone.log.push(message === undefined ? place : `${place}: ${message}`);
  }

  async startCamera(): Promise<void> {
    const answer = await this.#phone.camera.start();
    if (answer === 'started') return this.show('scanning');
    this.show('no camera', WITHOUT_CAMERA[answer]);
  }

  /** @returns nothing where the credentials were refused: that is on the screen then */
  async #password(credentials: Credentials): Promise<NextStep | undefined> {
    const next = await this.#api.signIn(credentials);
    if (typeof next === 'object') {
      this.show('signed out', next.refused);
      return undefined;
    }
    this.#memory.username = credentials.username;
    this.#memory.isPairing = false;
    return next;
  }

  async #enterOr(next: NextStep | Refusal): Promise<void> {
    // Nobody has said now that a code may go: the owner sends it, as after the password.
    if (next === 'one-time-code' && this.#entry && !this.#memory.isPairing) return this.show('code asked');
    if (typeof next !== 'object') return this.#enter(next);
    // Without an answer, or with an error, nothing is known: what the app has shown so far stays.
    this.show(next.status === 401 ? 'signed out' : this.#place, next.refused);
  }

  async #enter(next: NextStep, sends = (code: string) => code): Promise<void> {
    if (next === 'nothing') return this.show('conversations');
    if (this.#memory.isPairing) return this.show('one-time code');
    const entry = this.#entry;
    if (next === 'verify-device' || !entry) return this.show('verify device');
    const answer = await this.#api.sendOneTimeCode(sends(entry.authenticator.codeAt(this.#phone.now())));
    return typeof answer === 'object' ? this.show('signed out', answer.refused) : this.show('conversations');
  }

  async #pair(read: () => KeyEntry): Promise<void> {
    try {
      await this.keep(read());
    } catch (error) {
      if (!(error instanceof UnusableRegistration)) throw error;
      this.show(this.#place, error.message);
    }
  }

  /** The server first: what it knows nothing of, such as another user's QR code, is not kept. */
  async keep(entry: KeyEntry): Promise<void> {
    const refusal = await this.#api.pair(entry.deviceName, entry.secret);
    if (refusal) return this.show(this.#place, refusal.refused);
    this.#memory.keys.set(this.#memory.username, entry);
    this.#memory.isPairing = true;
    this.#phone.clipboard = '';
    const { keyBits } = entry.authenticator;
    this.show('one-time code', keyBits < SHORT_KEY_BITS ? `This key has only ${keyBits} bits` : undefined);
  }
}
