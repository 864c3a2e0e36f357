import type { Pixels } from '../../simulators/camera/eye.ts';
import { Unprovided } from '../../simulators/errors.ts';
import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type {
  Access,
  AccessibleNode,
  CameraState,
  Claims,
  Credentials,
  Gesture,
  Phone,
  ReadableText,
  Screen,
  TypedValues,
  WayIn,
} from '../../simulators/phone/phone.ts';
import { ACTIONS } from '../../simulators/phone/screens.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { AppDevice } from './app-device.ts';
import { AppUse } from './app-use.ts';
import { findCode } from './find-code.ts';
import { WAYS_IN } from './gestures.ts';
import { holdBefore } from './hold.ts';
import type { PhoneConditions } from './phone-conditions.ts';
import { reachData } from './protected-data.ts';
import { showCamera } from './show-camera.ts';
import { answerWithOwnCode, giveCode, givePassword, leaveAccount } from './sign-in.ts';
import { NOTHING_YET } from './surface.ts';
import type { Told } from './told.ts';
import { screenOf } from './told-screen.ts';
import { typeAndUse } from './type-values.ts';
import { NOT_SEEN, withoutFilm } from './unseen-film.ts';

/** What a phone with a vendor's app on it needs to know of itself. */
export interface AppPhoneOptions {
  device: AppDevice;
  told: Told;
  conditions: PhoneConditions;
  /** Texts that only who is let in reads; without any, it is told from what the screen offers. */
  protectedTexts?: readonly string[] | undefined;
  /** What answers in place of the server of an app that speaks the published phone API. */
  played?: Asked | undefined;
}

/** Where somebody else answers in place of the app's server. */
interface Asked {
  /** @throws {Unprovided} when the app has asked nothing since it was opened */
  requireAsked(): void;
}

/**
 * A phone with an app on it that knows nothing of us. Nothing of the app is known but the document's words and what a
 * person can see.
 */
export class AppPhone implements Phone {
  readonly hasApp = true;
  readonly #told: Told;
  readonly #conditions: PhoneConditions;
  readonly #device: AppDevice;
  readonly #use: AppUse;
  readonly #protectedTexts: readonly string[];
  readonly #played: Asked | undefined;

  constructor({ device, told, conditions, protectedTexts = [], played }: AppPhoneOptions) {
    this.#device = device;
    this.#told = told;
    this.#conditions = conditions;
    this.#use = new AppUse(device);
    this.#protectedTexts = protectedTexts;
    this.#played = played;
  }

  async signIn(credentials: Credentials, sends = (code: string) => code): Promise<void> {
    await givePassword(this.#use, credentials);
    this.#played?.requireAsked();
    await answerWithOwnCode(this.#use, sends);
  }

  /** @throws {Unprovided} when the app is in at once: what of it the password did, and what a proof of its own, is not seen */
  async startSignIn(credentials: Credentials): Promise<void> {
    await givePassword(this.#use, credentials);
    if ((await this.screen()).isProtected)
      throw new Unprovided('a sign-in in two steps', 'only its maker can hold it between password and proof');
  }

  sendCode(code: string): Promise<void> {
    return giveCode(this.#use, code);
  }

  async enterBy(way: WayIn): Promise<void> {
    if (way === 'a renewed session') throw new Unprovided(way, 'only the maker of an app knows how that is done');
    await this.gesture(WAYS_IN[way]);
  }

  signOut(): Promise<void> {
    return leaveAccount(this.#use);
  }

  async screen(): Promise<Screen> {
    const seen = await this.#use.see();
    const screen = screenOf(seen, this.#use.arrival, this.#protectedTexts);
    return this.#device.seesFilm || seen.isFilming ? screen : withoutFilm(screen);
  }

  tap = (action: string): Promise<void> => this.#use.tap(action);

  async continueAnyway(): Promise<void> {
    if (await this.#use.tapIfThere(ACTIONS.continue)) return;
    throw new Unprovided('Continue where the app does not offer it', 'the app asks its server by itself');
  }

  async gesture(gesture: Gesture): Promise<void> {
    if (gesture === 'turning the phone') this.#conditions.isTurned = !this.#conditions.isTurned;
    await this.#use.hearOfSubmit();
    await this.#use.act(() => this.#device.gesture(gesture));
  }

  async pointCameraAt(picture: Uint8Array): Promise<void> {
    await showCamera(this.#use, await holdBefore(picture));
  }

  seeFrame(frame: Pixels): Promise<void> {
    return showCamera(this.#use, [frame]);
  }

  typeValues(values: TypedValues): Promise<void> {
    return typeAndUse(this.#use, values);
  }

  oneTimeCode(): Promise<string> {
    return findCode(this.#use);
  }

  protectedData(): Promise<Access[]> {
    return reachData(this.#use, this.#protectedTexts);
  }

  async setCamera(state: CameraState): Promise<void> {
    this.#told.camera = state;
  }

  async setNetwork(state: NetworkState): Promise<void> {
    await this.#use.hearOfSubmit();
    this.#conditions.network = state;
    await this.#device.follow();
  }

  async setDrift(seconds: number): Promise<void> {
    this.#conditions.setDrift(seconds * 1000);
  }

  async setTimeZone(zone: string): Promise<void> {
    this.#conditions.timeZone = zone;
  }

  async statusBarTime(): Promise<string> {
    return this.#conditions.statusBarTime();
  }

  async cameraEvents(): Promise<string[]> {
    if (!this.#device.seesFilm) throw new Unprovided('camera', NOT_SEEN);
    return [...this.#told.cameraEvents];
  }

  async openedLinks(): Promise<string[]> {
    return [...this.#told.links];
  }

  async accessibilityTree(): Promise<AccessibleNode> {
    return this.#device.tree(await this.#use.see());
  }

  async readable(): Promise<ReadableText[]> {
    const { lines } = await this.#use.see();
    return [
      ...lines.map((text) => ({ where: 'screen' as const, text })),
      ...this.#told.log.map((text) => ({ where: 'log' as const, text })),
      { where: 'clipboard', text: await this.#device.clipboard() },
    ];
  }

  duplicate(): Phone {
    throw new Unprovided('a second phone with the same keys', 'the app keeps its keys where nobody can copy them');
  }

  copySession(): Phone {
    throw new Unprovided("a copy of the app's session", 'the app keeps its session where nobody can copy it');
  }

  claim(claims: Claims): void {
    if (Object.keys(claims).length > 0 && !this.#device.addsClaims)
      throw new Unprovided('claims that the app sends', 'what a native app sends nobody can add to');
    this.#conditions.claims = claims;
  }

  async picture(): Promise<Picture> {
    return this.#device.isOpen ? this.#device.picture(await this.#use.see()) : NOTHING_YET;
  }

  putAway(): Promise<void> {
    return this.#device.putAway();
  }
}
