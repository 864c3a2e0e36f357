import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { aimAtSymbol, type View, viewOf, withinBrackets } from '../camera/aim.ts';
import type { Pixels } from '../camera/eye.ts';
import type { Clock } from '../clock/clock.ts';
import type { NetworkState } from '../network/phone-network.ts';
import type { Picture } from '../picture.ts';
import { treeOf } from './accessibility.ts';
import { type AppMemory, freshMemory } from './app-memory.ts';
import { GESTURES } from './gestures.ts';
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
} from './phone.ts';
import type { PhoneApiClient } from './phone-api-client.ts';
import { PhoneHardware } from './phone-hardware.ts';
import { drawScreen } from './picture.ts';
import { readableTexts } from './readable.ts';
import { isPopUp } from './screens.ts';
import { SimulatedApp } from './simulated-app.ts';

/** What one phone is made of, for whoever wants to alter it. */
export interface PhoneParts {
  phone: SimulatedPhone;
  app: SimulatedApp;
  hardware: PhoneHardware;
  memory: AppMemory;
  api: PhoneApiClient;
}

/** What a phone has from the beginning. */
interface PhoneOptions {
  memory?: AppMemory;
  alter?: Alter | undefined;
}

/** Alters a phone before anybody uses it; what is made from that phone is altered in the same way. */
export type Alter = (parts: PhoneParts) => void;

/** The app as the document tells it, on a phone with a clock, a camera and a network of its own. */
export class SimulatedPhone implements Phone {
  readonly hasApp = true;
  readonly #api: PhoneApiClient;
  readonly #hardware: PhoneHardware;
  readonly #clock: Clock;
  readonly #memory: AppMemory;
  readonly #app: SimulatedApp;
  readonly #alter: Alter | undefined;
  #focus = 0;

  constructor(api: PhoneApiClient, clock: Clock, { memory = freshMemory(), alter }: PhoneOptions = {}) {
    this.#api = api;
    this.#clock = clock;
    this.#hardware = new PhoneHardware(clock);
    this.#memory = memory;
    this.#app = new SimulatedApp(api, this.#hardware, memory);
    this.#alter = alter;
    alter?.({ phone: this, app: this.#app, hardware: this.#hardware, memory, api });
  }

  signIn(credentials: Credentials, sends = (code: string) => code): Promise<void> {
    return this.#app.signIn(credentials, sends);
  }

  startSignIn(credentials: Credentials): Promise<void> {
    return this.#app.startSignIn(credentials);
  }

  sendCode(code: string): Promise<void> {
    return this.#app.sendCode(code);
  }

  enterBy(way: WayIn): Promise<void> {
    return this.#app.enterBy(way);
  }

  signOut(): Promise<void> {
    return this.#app.signOut();
  }

  async screen(): Promise<Screen> {
    return this.#app.screen;
  }

  tap(action: string): Promise<void> {
    this.#focus = 0;
    return this.#app.tap(action);
  }

  continueAnyway(): Promise<void> {
    return this.#app.continue();
  }

  async gesture(gesture: Gesture): Promise<void> {
    this.#focus = gesture === 'moving the focus on' ? this.#focus + 1 : 0;
    await GESTURES[gesture](this.#app);
  }

  async pointCameraAt(picture: Uint8Array): Promise<void> {
    await this.#see(await aimAtSymbol(picture));
  }

  async seeFrame(frame: Pixels): Promise<void> {
    await this.#see(await viewOf(frame));
  }

  async #see(view: View): Promise<void> {
    const [symbol] = withinBrackets(view);
    await this.#app.see(symbol?.text);
  }

  /** A key is too long to be typed with pleasure, so it comes by way of the clipboard. */
  async typeValues({ deviceName, key }: TypedValues): Promise<void> {
    this.#hardware.clipboard = key;
    const account = this.#memory.username;
    await this.#app.useValues({ ...DEFAULT_OTP_PARAMETERS, type: 'totp', account, secret: key, deviceName });
  }

  async oneTimeCode(): Promise<string> {
    return this.#app.oneTimeCode();
  }

  protectedData(): Promise<Access[]> {
    return this.#api.protectedData();
  }

  async setCamera(state: CameraState): Promise<void> {
    this.#hardware.camera.state = state;
  }

  async setNetwork(state: NetworkState): Promise<void> {
    this.#api.wire.network.state = state;
  }

  async setDrift(seconds: number): Promise<void> {
    this.#hardware.driftMs = seconds * 1000;
  }

  async setTimeZone(zone: string): Promise<void> {
    this.#hardware.timeZone = zone;
  }

  async statusBarTime(): Promise<string> {
    return this.#hardware.statusBarTime();
  }

  async cameraEvents(): Promise<string[]> {
    return [...this.#hardware.camera.events];
  }

  async openedLinks(): Promise<string[]> {
    return [...this.#hardware.openedLinks];
  }

  async accessibilityTree(): Promise<AccessibleNode> {
    const { place, screen } = this.#app;
    return treeOf(screen, { isPopUp: isPopUp(place), focus: this.#focus % screen.actions.length });
  }

  async readable(): Promise<ReadableText[]> {
    return readableTexts(this.#app.screen, this.#hardware, this.#memory);
  }

  duplicate(): Phone {
    return this.#another(this.#api.duplicate(), freshMemory(this.#memory.keys));
  }

  copySession(): Phone {
    return this.#another(this.#api.copySession(), { ...freshMemory(), username: this.#memory.username });
  }

  claim(claims: Claims): void {
    this.#api.wire.claims = claims;
  }

  async picture(): Promise<Picture> {
    const { place, screen } = this.#app;
    return { mediaType: 'image/svg+xml', data: drawScreen(screen, place === 'one-time code') };
  }

  async putAway(): Promise<void> {
    // Nothing of it outlives the scenario.
  }

  #another(api: PhoneApiClient, memory: AppMemory): SimulatedPhone {
    return new SimulatedPhone(api, this.#clock, { memory, alter: this.#alter });
  }
}
