import { setTimeout as later } from 'node:timers/promises';
import type { Pixels } from '../../simulators/camera/eye.ts';
import { Unprovided } from '../../simulators/errors.ts';
import type { AccessibleNode, Gesture } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { AppDevice } from '../browser-phone/app-device.ts';
import type { Conditions } from '../browser-phone/conditions.ts';
import type { SeenScreen } from '../browser-phone/seen-screen.ts';
import type { Told } from '../browser-phone/told.ts';
import { pngOf } from '../frame-png.ts';
import type { Frames } from './frames.ts';
import { NATIVE_GESTURES, OwnApp } from './native-app.ts';
import { NativeHand } from './native-hand.ts';
import { nativeScreen } from './native-screen.ts';
import type { WebDriverServer } from './server.ts';
import type { Session } from './session.ts';

/** Between two looks at a screen. */
const LOOK_MS = 200;
/** Longer than any screen takes to come. */
const PATIENCE_MS = 10_000;

/** What a native device needs to know of its phone. */
export interface NativeAround {
  conditions: Conditions;
  told: Told;
  frames: Frames;
}

/** A native app on a device behind a WebDriver server such as Appium. */
export class NativeDevice implements AppDevice {
  readonly seesFilm = false;
  readonly addsClaims = false;
  readonly #server: WebDriverServer;
  readonly #around: NativeAround;
  #session: Promise<Session> | undefined;
  #isTurned = false;

  constructor(server: WebDriverServer, around: NativeAround) {
    this.#server = server;
    this.#around = around;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** @throws {Unprovided} when something of the world cannot be had on a real device */
  async follow(): Promise<void> {
    const { conditions, told } = this.#around;
    if (conditions.network !== 'online') throw new Unprovided('a phone without a network', ONLY_IN_PAGES);
    if (conditions.now() !== undefined) throw new Unprovided("the phone's own clock", ONLY_IN_PAGES);
    if (conditions.timeZone !== 'UTC') throw new Unprovided("the phone's time zone", ONLY_IN_PAGES);
    if (told.camera !== 'granted') throw new Unprovided('camera', ONLY_IN_PAGES);
  }

  async see(): Promise<SeenScreen> {
    await this.follow();
    const session = await this.#open();
    const hand = new NativeHand(session, () => this.rest());
    return nativeScreen(await this.#source(session), hand);
  }

  /** Its time is the world's. */
  async hasLeft(): Promise<boolean> {
    return false;
  }

  /** It is no page. */
  async showsNoPage(): Promise<boolean> {
    return false;
  }

  /** Until two looks show the same: numbers count up and down by themselves. */
  async rest(): Promise<void> {
    let before = '';
    const isAtRest = async () => {
      const now = await this.signature();
      const isSame = now === before;
      before = now;
      return isSame;
    };
    await until(isAtRest, PATIENCE_MS);
  }

  async signature(): Promise<string> {
    return (await this.#source(await this.#open())).replace(/\d+/g, '#');
  }

  noticed(before: string, patienceMs: number): Promise<boolean> {
    return until(async () => (await this.signature()) !== before, patienceMs);
  }

  /** Where there is no frame, what was shown last stays: a device has no way to show nothing. */
  async show(frame?: Pixels): Promise<void> {
    if (!frame) return;
    const { frames } = this.#around;
    if (typeof frames === 'string') throw new Unprovided('camera', NO_FRAMES);
    const session = await this.#open();
    const given = { [frames.argument]: pngOf(frame).toString('base64') };
    await session.call((client) => client.executeScript(frames.command, [given]));
  }

  async home(): Promise<void> {
    await new OwnApp(await this.#open()).restart();
    await this.rest();
  }

  async forget({ keys }: { keys: boolean }): Promise<void> {
    if (keys) await new OwnApp(await this.#open()).clear();
    await this.home();
  }

  async gesture(gesture: Gesture): Promise<void> {
    const act = NATIVE_GESTURES[gesture];
    if (!act) throw new Unprovided(gesture, 'on a native app only a person does that: app: person');
    if (gesture === 'turning the phone') this.#isTurned = !this.#isTurned;
    await act(await this.#open(), this.#isTurned);
    if (gesture !== 'leaving the app for another') await this.rest();
  }

  /** What an app's server answers it is not seen. */
  async takeStatuses(): Promise<number[]> {
    return [];
  }

  async tree(): Promise<AccessibleNode> {
    throw new Unprovided('what a screen reader is told', 'the source of a native screen does not say all of it');
  }

  async clipboard(): Promise<string> {
    throw new Unprovided('the clipboard', 'devices hand it to nobody without being asked');
  }

  /** Nobody could paint over its secrets for certain. */
  async picture(): Promise<Picture> {
    return { mediaType: 'image/svg+xml', data: NO_PICTURE };
  }

  async putAway(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    if (session) await this.#server.end(session);
  }

  #open(): Promise<Session> {
    this.#session ??= this.#begin();
    return this.#session;
  }

  async #begin(): Promise<Session> {
    if (this.#server.isInUse) throw new Unprovided('a second phone', 'the WebDriver server drives one device');
    return this.#server.take();
  }

  #source(session: Session): Promise<string> {
    return session.call((client) => client.getPageSource());
  }
}

async function until(holds: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const patience = AbortSignal.timeout(patienceMs);
  while (!(await holds())) {
    if (patience.aborted) return false;
    await later(LOOK_MS);
  }
  return true;
}

const ONLY_IN_PAGES = 'WebDriver has no common command for it on a device: it can be had for a web app, with appUrl';
const NO_FRAMES =
  'say in frames: of the target file by which command the server puts a picture before the camera, such as ' +
  '{ command: "mobile: injectEmulatorCameraImage", argument: payload } of Appium for Android emulators';
const NO_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 844" role="img" aria-label="No picture is taken of a native app"/>';
