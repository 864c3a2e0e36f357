import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { aimAtSymbol, type View, viewOf, withinBrackets } from '../../simulators/camera/aim.ts';
import type { Pixels } from '../../simulators/camera/eye.ts';
import type { Clock } from '../../simulators/clock/clock.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { entryOf, type KeyEntry, readSymbol, UnusableRegistration } from '../../simulators/phone/key-entry.ts';
import type { Access, Claims, Credentials, Phone, Screen, TypedValues } from '../../simulators/phone/phone.ts';
import { drawScreen } from '../../simulators/phone/picture.ts';
import { type Place, screenAt } from '../../simulators/phone/screens.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { Door, Passage } from './door.ts';

const JUDGED = 'no app of this portal is within reach: give --app-url where it is a page, or an adapter that plays it';
const NO_DOOR = 'give --app-url, or describe under web: requests: how the portal takes a password and a code';

/** What an authenticator has from the beginning. */
interface Belongings {
  clock: Clock;
  /** Left out where nobody knows a way in: it can then show codes and no more. */
  door?: Door | undefined;
  entry?: KeyEntry | undefined;
}

/**
 * Our phone as an authenticator by itself, for portals that have no app of their own: it scans the QR code and shows
 * codes. Signing in "to the app" is signing in at the portal with such a code. What belongs to the document's app, such
 * as the pop-up, Continue and the camera permission, it does not have.
 */
export class AuthenticatorPhone implements Phone {
  readonly hasApp = false;
  readonly #clock: Clock;
  readonly #door: Door | undefined;
  /** What was scanned last. */
  #entry: KeyEntry | undefined;
  /** An authenticator that nobody has used yet is open at its scanner. */
  #place: Place = 'scanning';
  #message: string | undefined;
  #username = '';
  #driftMs = 0;

  constructor({ clock, door, entry }: Belongings) {
    this.#clock = clock;
    this.#door = door;
    this.#entry = entry;
  }

  async signIn(credentials: Credentials, sends = (code: string) => code): Promise<void> {
    await this.startSignIn(credentials);
    if (this.#place !== 'code asked' || !this.#entry) return;
    this.#enter(await this.#requireDoor().giveCode(sends(this.#codeOf(this.#entry))));
  }

  async startSignIn(credentials: Credentials): Promise<void> {
    this.#username = credentials.username;
    this.#enter(await this.#requireDoor().givePassword(credentials));
  }

  async sendCode(code: string): Promise<void> {
    this.#enter(await this.#requireDoor().giveCode(code));
  }

  async signOut(): Promise<void> {
    await this.#requireDoor().leave();
    this.#show('signed out');
  }

  /** In the app's words, without what only the app has. */
  async screen(): Promise<Screen> {
    const accounts = this.#place === 'one-time code' && this.#entry ? [this.#entry.account] : [];
    return { ...screenAt(this.#place, { message: this.#message, accounts }), actions: [] };
  }

  async pointCameraAt(picture: Uint8Array): Promise<void> {
    this.#see(await aimAtSymbol(picture));
  }

  async seeFrame(frame: Pixels): Promise<void> {
    this.#see(await viewOf(frame));
  }

  async typeValues({ deviceName, key }: TypedValues): Promise<void> {
    const account = this.#username || deviceName;
    this.#keep(() => entryOf({ ...DEFAULT_OTP_PARAMETERS, type: 'totp', account, secret: key, deviceName }));
  }

  async oneTimeCode(): Promise<string> {
    if (this.#entry) return this.#codeOf(this.#entry);
    throw new Blocked('wanted a one-time code on the phone, it has scanned no QR code');
  }

  protectedData(): Promise<Access[]> {
    return this.#requireDoor().protectedData();
  }

  async setDrift(seconds: number): Promise<void> {
    this.#driftMs = seconds * 1000;
  }

  duplicate(): Phone {
    return new AuthenticatorPhone({ clock: this.#clock, door: this.#door?.another(), entry: this.#entry });
  }

  claim(claims: Claims): void {
    this.#requireDoor().claim(claims);
  }

  async picture(): Promise<Picture> {
    return { mediaType: 'image/svg+xml', data: drawScreen(await this.screen(), this.#place === 'one-time code') };
  }

  async putAway(): Promise<void> {
    await this.#door?.close();
  }

  async tap(): Promise<never> {
    throw new Unprovided('phone handshake', JUDGED);
  }

  async continueAnyway(): Promise<never> {
    throw new Unprovided('phone handshake', JUDGED);
  }

  async enterBy(): Promise<never> {
    throw new Unprovided('ways into a phone app', JUDGED);
  }

  async gesture(): Promise<never> {
    throw new Unprovided('gestures in a phone app', JUDGED);
  }

  async setCamera(): Promise<never> {
    throw new Unprovided('the camera of a phone app', JUDGED);
  }

  async cameraEvents(): Promise<never> {
    throw new Unprovided('the camera of a phone app', JUDGED);
  }

  async setNetwork(): Promise<never> {
    throw new Unprovided('the network of a phone app', JUDGED);
  }

  async setTimeZone(): Promise<never> {
    throw new Unprovided('a phone app in another time zone', JUDGED);
  }

  async statusBarTime(): Promise<never> {
    throw new Unprovided('a phone app in another time zone', JUDGED);
  }

  async openedLinks(): Promise<never> {
    throw new Unprovided('a phone app that opens links', JUDGED);
  }

  async accessibilityTree(): Promise<never> {
    throw new Unprovided('a phone app as a screen reader has it', JUDGED);
  }

  async readable(): Promise<never> {
    throw new Unprovided('a look into a phone app', JUDGED);
  }

  copySession(): never {
    throw new Unprovided('the session of a phone app', JUDGED);
  }

  #requireDoor(): Door {
    if (this.#door) return this.#door;
    throw new Unprovided('a way in with a code', NO_DOOR);
  }

  #codeOf({ authenticator }: KeyEntry): string {
    return authenticator.codeAt(this.#clock.now() + this.#driftMs);
  }

  #enter({ at, message }: Passage): void {
    const places = { in: 'conversations', 'code asked': 'code asked', refused: 'signed out' } as const;
    this.#show(places[at], message ?? (at === 'refused' ? 'The portal refuses this' : undefined));
  }

  #see(view: View): void {
    const [symbol] = withinBrackets(view);
    if (!symbol) return this.#show('scanning', 'There is no QR code within the brackets');
    this.#keep(() => readSymbol(symbol.text));
  }

  #keep(read: () => KeyEntry): void {
    try {
      this.#entry = read();
      this.#show('one-time code');
    } catch (error) {
      if (!(error instanceof UnusableRegistration)) throw error;
      this.#show(this.#place, error.message);
    }
  }

  #show(place: Place, message?: string): void {
    this.#place = place;
    this.#message = message;
  }
}
