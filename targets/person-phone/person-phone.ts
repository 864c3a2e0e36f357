import type { Pixels } from '../../simulators/camera/eye.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type {
  Access,
  AccessibleNode,
  CameraState,
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
import { notAsked } from '../partly.ts';
import { askCameraEvents, askReadOut, askScreen } from './asked-screen.ts';
import type { Question, Tester } from './tester.ts';

const NOT_BY_HAND = 'nobody can do that with a phone in their hand: use the phone simulator';
const CODE = /^\d{6,8}$/;
const DONE = 'Done';
const NOT_THERE = 'There is no such thing';

/** A real phone in a tester's hand. It is asked for by questions that have an answer each; nothing is taken for granted. */
export class PersonPhone implements Phone {
  readonly hasApp = true;
  readonly sendCode = notAsked('a code that is sent past the screen', NOT_BY_HAND);
  readonly continueAnyway = notAsked('a question past the screen', NOT_BY_HAND);
  readonly setDrift = notAsked('a phone whose clock is wrong', NOT_BY_HAND);
  readonly setTimeZone = notAsked('a phone in another time zone', NOT_BY_HAND);
  readonly statusBarTime = notAsked('a phone in another time zone', NOT_BY_HAND);
  readonly openedLinks = notAsked('a phone that tells which links were opened', NOT_BY_HAND);
  readonly readable = notAsked('a look into the phone', NOT_BY_HAND);
  readonly #tester: Tester;
  #isAtHand = false;
  /** What was seen since the last act; it is not asked for twice. */
  #screen: Screen | undefined;
  #cameraEvents: readonly string[] = [];

  constructor(tester: Tester) {
    this.#tester = tester;
  }

  async signIn(credentials: Credentials, sends?: (code: string) => string): Promise<void> {
    await this.startSignIn(credentials);
    if ((await this.screen()).title !== TITLES.codeAsked) return;
    const code = await this.oneTimeCode();
    if (sends && sends(code) !== code) throw new Unprovided('a code other than the one shown', NOT_BY_HAND);
    await this.#do({ text: 'Give the app this code, and go on.' });
  }

  startSignIn({ username, password }: Credentials): Promise<void> {
    const inConfidence = [`username: ${username}`, `password: ${password}`];
    return this.#do({ text: 'Sign in to the app with these. If it asks for a one-time code, stop.', inConfidence });
  }

  enterBy(way: WayIn): Promise<void> {
    return this.#do({ text: `Get into the app by ${way}, without signing in.` });
  }

  signOut(): Promise<void> {
    return this.#do({ text: 'Sign out of the app.' });
  }

  async screen(): Promise<Screen> {
    await this.#takeInHand();
    this.#screen ??= await askScreen(this.#tester);
    return this.#screen;
  }

  async tap(action: string): Promise<void> {
    await this.#do({ text: `Tap "${action}".` });
    if (action === 'Scan QR') this.#cameraEvents = await askCameraEvents(this.#tester);
  }

  gesture(gesture: Gesture): Promise<void> {
    return this.#do({ text: `Try this with the phone: ${gesture}.` });
  }

  pointCameraAt(picture: Uint8Array): Promise<void> {
    return this.#do({ text: 'Hold the phone so that this QR code is within the brackets.', picture });
  }

  seeFrame(frame: Pixels): Promise<void> {
    return this.#do({ text: 'Point the camera at this picture.', picture: pngOf(frame) });
  }

  typeValues({ deviceName, key }: TypedValues): Promise<void> {
    const inConfidence = [`name: ${deviceName}`, `key: ${key}`];
    return this.#do({ text: 'Type these values into the app, to the letter, and confirm them.', inConfidence });
  }

  async oneTimeCode(): Promise<string> {
    await this.#takeInHand();
    const [typed = ''] = await this.#tester.ask({ text: 'Type the one-time code that the phone shows.' });
    const code = typed.replaceAll(/\s/g, '');
    if (CODE.test(code)) return code;
    throw new Blocked(`wanted a code of 6 to 8 digits as the phone shows it, got ${code.length} characters`);
  }

  async protectedData(): Promise<Access[]> {
    await this.#takeInHand();
    const text = 'Does the app show anything of the account now, such as its conversations?';
    const [answer] = await this.#tester.ask({ text, choices: ['Yes', 'No'] });
    return [{ resource: 'what the app shows of the account', shown: answer === 'Yes' }];
  }

  setCamera(state: CameraState): Promise<void> {
    return this.#do({ text: CAMERA_ORDERS[state] ?? CAMERA_ORDERS.granted });
  }

  setNetwork(state: NetworkState): Promise<void> {
    if (state !== 'online' && state !== 'offline') throw new Unprovided('a server that answers otherwise', NOT_BY_HAND);
    return this.#do({ text: state === 'online' ? 'Switch flight mode off.' : 'Switch flight mode on.' });
  }

  async cameraEvents(): Promise<string[]> {
    return [...this.#cameraEvents];
  }

  async accessibilityTree(): Promise<AccessibleNode> {
    const { title } = await this.screen();
    const names = await askReadOut(this.#tester);
    return { role: 'dialog', name: title, children: names.map((name) => ({ role: 'button', name })) };
  }

  duplicate(): never {
    throw new Unprovided('two phones with one key', NOT_BY_HAND);
  }

  copySession(): never {
    throw new Unprovided('the session of a phone', NOT_BY_HAND);
  }

  claim(): never {
    throw new Unprovided('claims that the app sends', NOT_BY_HAND);
  }

  async picture(): Promise<Picture> {
    const { title = 'a phone in a tester’s hand', ...seen } = this.#screen ?? EMPTY;
    return { mediaType: 'image/svg+xml', data: drawScreen({ ...seen, title }, title === TITLES.oneTimeCode) };
  }

  async putAway(): Promise<void> {
    // It is the tester's.
  }

  async #takeInHand(): Promise<void> {
    if (this.#isAtHand) return;
    this.#isAtHand = true;
    await this.#order({
      text: 'Take a phone on which the app knows nothing: newly installed, or with its data cleared.',
    });
  }

  async #do(question: Question): Promise<void> {
    await this.#takeInHand();
    this.#screen = undefined;
    await this.#order(question);
  }

  /** @throws {Blocked} when it cannot be done */
  async #order(question: Question): Promise<void> {
    const [answer] = await this.#tester.ask({ ...question, choices: [DONE, NOT_THERE] });
    if (answer !== DONE) throw new Blocked(`the tester was asked: ${question.text} It cannot be done`);
  }
}

const EMPTY: Partial<Screen> & Omit<Screen, 'title'> = {
  actions: [],
  isScanning: false,
  brackets: false,
  isProtected: false,
  accounts: [],
};

const CAMERA_ORDERS: Partial<Record<CameraState, string>> & { granted: string } = {
  granted: 'Give the app the permission for the camera.',
  denied: 'Take the permission for the camera from the app, and deny it when it asks.',
  'denied for good': 'Deny the app the camera for good, in the settings of the phone.',
  none: 'Cover or disconnect the camera of the phone so that the app finds none.',
};
