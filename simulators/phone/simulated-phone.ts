import {
  DEFAULT_OTP_PARAMETERS,
  type OtpauthUri,
  OtpauthUriError,
  parseOtpauthUri,
} from '../../protocol/otpauth-uri.ts';
import { aimAtSymbol, seeWithinBrackets } from '../camera/aim.ts';
import type { Clock } from '../clock/clock.ts';
import { Blocked } from '../errors.ts';
import { Authenticator, normaliseKey } from './authenticator.ts';
import type { Access, CameraState, Credentials, Phone, Screen, TypedValues } from './phone.ts';
import type { PhoneApiClient, Refusal } from './phone-api-client.ts';
import { drawScreen } from './picture.ts';
import { type Place, screenAt } from './screens.ts';
import { TAPS } from './taps.ts';

/** Shorter keys work, for portals issue them, but their owner should know. @see RFC 4226 section 4, R6 */
const SHORT_KEY_BITS = 128;

/**
 * The app as the document tells it, on a phone with a clock and a camera of its own. It knows the server by its wire
 * alone, and the portal by the pixels it is shown.
 */
export class SimulatedPhone implements Phone {
  readonly #api: PhoneApiClient;
  readonly #clock: Clock;
  /** What the app has for each username once it has scanned or typed a registration. */
  readonly #keys: Map<string, Authenticator>;
  readonly #cameraEvents: string[] = [];
  #place: Place = 'signed out';
  #message: string | undefined;
  #username = '';
  #camera: CameraState = 'granted';
  #permissionGranted = false;
  #driftMs = 0;

  constructor(api: PhoneApiClient, clock: Clock, keys = new Map<string, Authenticator>()) {
    this.#api = api;
    this.#clock = clock;
    this.#keys = keys;
  }

  async signIn(credentials: Credentials, sends = (code: string) => code): Promise<void> {
    const next = await this.#api.signIn(credentials);
    if (typeof next === 'object') return this.#show('signed out', next.refused);
    this.#username = credentials.username;
    if (next === 'nothing') return this.#show('conversations');
    const stored = this.#keys.get(credentials.username);
    if (next === 'verify-device' || !stored) return this.#show('verify device');
    const answer = await this.#api.sendOneTimeCode(sends(stored.codeAt(this.#now())));
    return typeof answer === 'object' ? this.#show('signed out', answer.refused) : this.#show('conversations');
  }

  async signOut(): Promise<void> {
    await this.#api.signOut();
    this.#show('signed out');
  }

  async screen(): Promise<Screen> {
    return screenAt(this.#place, this.#message);
  }

  async tap(action: string): Promise<void> {
    const { actions, title } = await this.screen();
    const act = TAPS[this.#place]?.[action];
    if (!actions.includes(action) || !act) {
      throw new Blocked(`wanted "${action}" on the phone, its screen "${title}" offers: ${actions.join(', ')}`);
    }
    await act({
      show: (place) => this.#show(place),
      startCamera: () => this.#startCamera(),
      continue: () => this.#continue(),
      signOut: () => this.signOut(),
    });
  }

  async pointCameraAt(picture: Uint8Array): Promise<void> {
    if (this.#place !== 'scanning') throw new Blocked(`wanted the camera's view, the phone shows "${this.#place}"`);
    const [symbol] = await seeWithinBrackets(await aimAtSymbol(picture));
    if (!symbol) return this.#show('scanning', 'There is no QR code within the brackets');
    try {
      await this.#pair(parseOtpauthUri(symbol.text));
    } catch (error) {
      if (!(error instanceof OtpauthUriError)) throw error;
      this.#show('scanning', 'This QR code is no registration');
    }
  }

  async typeValues({ deviceName, key }: TypedValues): Promise<void> {
    if (this.#place !== 'typing') throw new Blocked(`wanted the form for the values, the phone shows "${this.#place}"`);
    await this.#pair({
      ...DEFAULT_OTP_PARAMETERS,
      type: 'totp',
      account: this.#username,
      secret: normaliseKey(key),
      deviceName,
    });
  }

  async oneTimeCode(): Promise<string> {
    const stored = this.#keys.get(this.#username);
    if (!stored)
      throw new Blocked(`wanted a one-time code on the phone, its screen is "${(await this.screen()).title}"`);
    return stored.codeAt(this.#now());
  }

  protectedData(): Promise<Access[]> {
    return this.#api.protectedData();
  }

  setCamera(state: CameraState): void {
    this.#camera = state;
  }

  setDrift(seconds: number): void {
    this.#driftMs = seconds * 1000;
  }

  cameraEvents(): string[] {
    return [...this.#cameraEvents];
  }

  duplicate(): Phone {
    return new SimulatedPhone(this.#api.duplicate(), this.#clock, new Map(this.#keys));
  }

  picture(): string {
    return drawScreen(screenAt(this.#place, this.#message), this.#place === 'one-time code');
  }

  #now(): number {
    return this.#clock.now() + this.#driftMs;
  }

  #show(place: Place, message?: string): void {
    this.#place = place;
    this.#message = message;
  }

  #startCamera(): void {
    if (this.#camera === 'none') return this.#show('no camera', 'This device has no camera');
    if (!this.#permissionGranted) this.#askForPermission();
    if (!this.#permissionGranted) return this.#show('no camera', 'Scanning needs the permission to use the camera');
    this.#cameraEvents.push('camera started');
    this.#show('scanning');
  }

  #askForPermission(): void {
    // Once denied for good, the system answers by itself and shows the owner no question.
    if (this.#camera !== 'denied for good') this.#cameraEvents.push('permission asked');
    this.#permissionGranted = this.#camera === 'granted';
    this.#cameraEvents.push(this.#permissionGranted ? 'permission granted' : 'permission denied');
  }

  async #pair(uri: OtpauthUri): Promise<void> {
    const authenticator = authenticatorOf(uri);
    if (!authenticator) return this.#show(this.#place, 'The key has characters that no key has');
    const refusal = await this.#api.pair(uri.deviceName ?? '', normaliseKey(uri.secret));
    if (refusal) return this.#show(this.#place, refusal.refused);
    this.#keys.set(this.#username, authenticator);
    const { keyBits } = authenticator;
    this.#show('one-time code', keyBits < SHORT_KEY_BITS ? `This key has only ${keyBits} bits` : undefined);
  }

  async #continue(): Promise<void> {
    const refusal: Refusal | undefined = await this.#api.continue();
    if (refusal) return this.#show('one-time code', refusal.refused);
    this.#show('device registered');
  }
}

function authenticatorOf(uri: OtpauthUri): Authenticator | undefined {
  try {
    return new Authenticator(uri.secret, uri);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
