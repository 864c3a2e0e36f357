import { type ConversationsAnswer, PHONE_API } from '../../../protocol/phone-api.ts';
import type { Pixels } from '../../camera/eye.ts';
import { Blocked } from '../../errors.ts';
import { Recorder } from '../../network/recorder.ts';
import { type AppMemory, freshMemory } from '../../phone/app-memory.ts';
import type { Credentials, TypedValues } from '../../phone/phone.ts';
import { PhoneApiClient } from '../../phone/phone-api-client.ts';
import { PhoneWire, type Refusal } from '../../phone/phone-wire.ts';
import { type Alter, type PhoneParts, SimulatedPhone } from '../../phone/simulated-phone.ts';
import { BrowserCamera } from './browser-camera.ts';
import { wasOpenedByLink } from './conversation-link.ts';
import { fetchInPage } from './fetch-in-page.ts';
import { Keeper } from './keeper.ts';
import { PageClock } from './page-clock.ts';
import { type Shown, shownOf } from './shown.ts';
import { SteadyLook } from './steady-look.ts';
import { followNetwork, showWaiting, tellSystem } from './system.ts';

/** A code as it is shown. */
export interface ShownCode {
  code: string;
  account: string;
  secondsLeft: number;
  periodSeconds: number;
}

/** The phone that the page is: the app's core, with the browser's camera, network, storage and clock. */
export class Handset {
  readonly camera = new BrowserCamera();
  readonly clock = new PageClock();
  readonly #memory: AppMemory = freshMemory();
  readonly #phone: SimulatedPhone;
  #parts!: PhoneParts;
  #keeper!: Keeper;
  #shown!: Shown;
  #isBusy = false;
  #look = new SteadyLook();
  #lastSeen: string | undefined;
  /** Told whenever something else is shown. */
  onChange: (shown: Shown) => void = () => undefined;

  private constructor(alter?: Alter) {
    const actor = { name: 'phone', recorder: new Recorder(), fetcher: fetchInPage } as const;
    const api = new PhoneApiClient(new PhoneWire(location.origin, actor));
    const made: Alter = (parts) => {
      this.#equip(parts);
      alter?.(parts);
    };
    this.#phone = new SimulatedPhone(api, this.clock, { memory: this.#memory, alter: made });
  }

  /** Goes on where the app was when it was closed. */
  static async open(alter?: Alter): Promise<Handset> {
    const handset = new Handset(alter);
    handset.#keeper = await Keeper.restore(handset.#parts);
    handset.#parts.hardware.camera.state = await handset.camera.state();
    followNetwork(handset.#parts.api.wire.network, () => {
      handset.#lastSeen = undefined;
    });
    await handset.#act(() => handset.#phone.enterBy('reopening the app'));
    if (wasOpenedByLink()) await handset.#followLink();
    return handset;
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** An app with a key asks for its code, and shows it; another one leads to where a key comes from. */
  signIn(credentials: Credentials): Promise<void> {
    const hasKey = this.#memory.keys.has(credentials.username);
    return this.#act(() => (hasKey ? this.#phone.startSignIn(credentials) : this.#phone.signIn(credentials)));
  }

  sendCode(code: string): Promise<void> {
    return this.#act(() => this.#phone.sendCode(code));
  }

  tap(action: string): Promise<void> {
    return this.#act(async () => {
      this.#parts.hardware.camera.state = await this.camera.state();
      await this.#phone.tap(action);
    });
  }

  typeValues(values: TypedValues): Promise<void> {
    return this.#act(() => this.#phone.typeValues(values));
  }

  gesture(gesture: 'going back' | 'leaving the app for another' | 'returning to the app'): Promise<void> {
    return this.#act(() => this.#phone.gesture(gesture));
  }

  /** Looks at what the camera has in view. */
  look(view: Pixels): Promise<void> {
    return this.#act(() => this.#phone.seeFrame(view));
  }

  /** The code of this moment, where there is one. */
  code(): ShownCode | undefined {
    const entry = this.#memory.keys.get(this.#memory.username);
    if (!entry) return undefined;
    const { account, parameters } = entry;
    const { periodSeconds } = parameters;
    const secondsLeft = periodSeconds - (Math.floor(this.clock.now() / 1000) % periodSeconds);
    try {
      return { code: this.#parts.app.oneTimeCode(), account, secondsLeft, periodSeconds };
    } catch (error) {
      if (error instanceof Blocked) return undefined;
      throw error;
    }
  }

  conversations(): Promise<ConversationsAnswer | Refusal> {
    return this.#parts.api.wire.call<ConversationsAnswer>('GET', PHONE_API.conversations);
  }

  /** The browser has opened it already: it leads here. */
  #followLink(): Promise<void> {
    return this.#act(async () => {
      await this.#phone.gesture('following a link into a conversation');
      this.#parts.hardware.openedLinks.pop();
    });
  }

  #equip(parts: PhoneParts): void {
    const { app, hardware, phone } = parts;
    this.#parts = parts;
    hardware.camera.start = () => this.camera.start();
    // A code that stays in view is acted on once.
    phone.seeFrame = async (view) => {
      const text = this.#look.at(view);
      if (text !== undefined && text !== this.#lastSeen) await app.see(text);
      this.#lastSeen = text;
    };
  }

  /** One act after another: what a finger or the camera does meanwhile, nobody has seen the screen for. */
  async #act(act: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const shownAgain = showWaiting();
    try {
      await act();
      await this.#keeper.keep();
    } finally {
      this.#isBusy = false;
      shownAgain();
    }
    await this.#show();
  }

  async #show(): Promise<void> {
    tellSystem(this.#parts.hardware);
    const before = this.#shown;
    this.#shown = await shownOf(this.#parts);
    if (this.#shown.place !== 'scanning') {
      this.camera.stop();
      // What was in view is not so when the camera is started again.
      this.#look = new SteadyLook();
      this.#lastSeen = undefined;
    }
    if (JSON.stringify(before) !== JSON.stringify(this.#shown)) this.onChange(this.#shown);
  }
}
