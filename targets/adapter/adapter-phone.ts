import { aimAtSymbol, type View, viewOf, withinBrackets } from '../../simulators/camera/aim.ts';
import type { Pixels } from '../../simulators/camera/eye.ts';
import type { Clock } from '../../simulators/clock/clock.ts';
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
  Screen,
  TypedValues,
  WayIn,
} from '../../simulators/phone/phone.ts';
import { drawScreen } from '../../simulators/phone/picture.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import type { Picture } from '../../simulators/picture.ts';
import { pngOf } from '../frame-png.ts';
import { notAsked, OTHERWISE } from '../partly.ts';
import type { Adapter } from './adapter.ts';
import type { CallName, Params, Result } from './calls.ts';

type PhoneCall = Extract<CallName, `phone.${string}`>;
/** What is said beside which phone it is, and what time it is there. */
type Said<Name extends PhoneCall> = Omit<Params<Name>, 'phone' | 'atEpochMs'>;

/** Of a phone that is made from another. */
interface Beginning {
  phone?: string;
  made?: Promise<unknown>;
}

/** A phone that a program of somebody else's plays. Its clock is ours: it is told the time with each call. */
export class AdapterPhone implements Phone {
  readonly hasApp: boolean;
  readonly setTimeZone = notAsked('a phone in another time zone', OTHERWISE.phone);
  readonly statusBarTime = notAsked('a status bar', OTHERWISE.phone);
  readonly openedLinks = notAsked('a phone that tells which links were opened', OTHERWISE.phone);
  readonly readable = notAsked('a look into the phone', OTHERWISE.phone);
  readonly #adapter: Adapter;
  readonly #clock: Clock;
  readonly #phone: string;
  #driftMs = 0;
  /** What was asked for at once and has to be done before anything else. */
  #made: Promise<unknown> | undefined;

  constructor(adapter: Adapter, clock: Clock, { phone = adapter.newName('phone'), made }: Beginning = {}) {
    this.hasApp = adapter.hasApp;
    this.#adapter = adapter;
    this.#clock = clock;
    this.#phone = phone;
    this.#begin(made);
  }

  async signIn({ username, password }: Credentials, sends = (code: string) => code): Promise<void> {
    const params = { username, password, passwordAlone: false };
    const { codeAsked, sentCode } = await this.#call('phone.signIn', params);
    if (codeAsked) return this.sendCode(sends(await this.oneTimeCode()));
    if (sentCode === undefined || sends(sentCode) === sentCode) return undefined;
    const stop = 'let phone.signIn stop where the code goes, and answer codeAsked, so that another can be sent';
    throw new Unprovided('an app that sends another code', stop);
  }

  async startSignIn({ username, password }: Credentials): Promise<void> {
    const params = { username, password, passwordAlone: true };
    const { sentCode } = await this.#call('phone.signIn', params);
    if (sentCode === undefined) return;
    throw new Unprovided('a sign-in that stops at the code', 'let phone.signIn heed passwordAlone');
  }

  async sendCode(code: string): Promise<void> {
    await this.#call('phone.sendCode', { code });
  }

  async enterBy(way: WayIn): Promise<void> {
    await this.#call('phone.enterBy', { way });
  }

  async signOut(): Promise<void> {
    await this.#call('phone.signOut', {});
  }

  screen(): Promise<Screen> {
    return this.#call('phone.screen', {});
  }

  async tap(action: string): Promise<void> {
    await this.#call('phone.tap', { action });
  }

  async continueAnyway(): Promise<void> {
    await this.#call('phone.continueAnyway', {});
  }

  async gesture(gesture: Gesture): Promise<void> {
    await this.#call('phone.gesture', { gesture });
  }

  async pointCameraAt(picture: Uint8Array): Promise<void> {
    if (this.#adapter.phoneSees === 'text') return this.#scanText(await aimAtSymbol(picture));
    const params = { picture: Buffer.from(picture).toString('base64'), isAimed: true };
    await this.#call('phone.scan', { ...params });
  }

  async seeFrame(frame: Pixels): Promise<void> {
    if (this.#adapter.phoneSees === 'text') return this.#scanText(await viewOf(frame));
    await this.#call('phone.scan', { picture: pngOf(frame).toString('base64'), isAimed: false });
  }

  async typeValues({ deviceName, key }: TypedValues): Promise<void> {
    await this.#call('phone.typeValues', { deviceName, key });
  }

  async oneTimeCode(): Promise<string> {
    return (await this.#call('phone.code', {})).code;
  }

  async protectedData(): Promise<Access[]> {
    return (await this.#call('phone.protectedData', {})).resources;
  }

  async setCamera(state: CameraState): Promise<void> {
    await this.#call('phone.setCamera', { state });
  }

  async setNetwork(state: NetworkState): Promise<void> {
    await this.#call('phone.setNetwork', { state });
  }

  async setDrift(seconds: number): Promise<void> {
    this.#driftMs = seconds * 1000;
  }

  async cameraEvents(): Promise<string[]> {
    return (await this.#call('phone.cameraEvents', {})).events;
  }

  async accessibilityTree(): Promise<AccessibleNode> {
    return (await this.#call('phone.accessibilityTree', {})).root;
  }

  duplicate(): Phone {
    this.#adapter.insistOn('phone.duplicate');
    const copy = this.#adapter.newName('phone');
    return new AdapterPhone(this.#adapter, this.#clock, { phone: copy, made: this.#call('phone.duplicate', { copy }) });
  }

  copySession(): never {
    throw new Unprovided('a stolen session', OTHERWISE.phone);
  }

  claim(claims: Claims): void {
    this.#adapter.insistOn('phone.claim');
    this.#begin(this.#call('phone.claim', claims));
  }

  /** The title alone tells whether a code is there; the app's own words may not hold it. */
  async picture(): Promise<Picture> {
    const screen = await this.screen();
    const { message, ...others } = screen;
    const shown = message === undefined ? others : { ...others, message: this.#adapter.withoutSecrets(message) };
    return { mediaType: 'image/svg+xml', data: drawScreen(shown, screen.title === TITLES.oneTimeCode) };
  }

  putAway(): Promise<void> {
    return this.#adapter.callIfPossible('phone.putAway', this.#here);
  }

  get #here() {
    return { phone: this.#phone, atEpochMs: this.#clock.now() + this.#driftMs };
  }

  #begin(made: Promise<unknown> | undefined): void {
    // It is told to whoever uses the phone next, and that may be nobody.
    made?.catch(() => undefined);
    this.#made = made;
  }

  async #call<Name extends PhoneCall>(name: Name, said: Said<Name>): Promise<Result<Name>> {
    await this.#made;
    return this.#adapter.call(name, { ...said, ...this.#here } as unknown as Params<Name>);
  }

  async #scanText(view: View): Promise<void> {
    const [symbol] = withinBrackets(view);
    await this.#call('phone.scan', { ...(symbol && { text: symbol.text }) });
  }
}
