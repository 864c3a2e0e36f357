import { Unprovided } from '../../simulators/errors.ts';
import type { Gesture } from '../../simulators/phone/phone.ts';
import type { Session } from './session.ts';

/** The app under test, as the session has it: by its package on Android, by its bundle on iOS. */
export class OwnApp {
  readonly #session: Session;
  readonly #isApple: boolean;

  constructor(session: Session) {
    this.#session = session;
    this.#isApple = /^ios$/i.test(String(session.capabilities.platformName));
  }

  /** Ends it and opens it again. */
  async restart(): Promise<void> {
    await this.#run('mobile: terminateApp');
    await this.#run(this.#isApple ? 'mobile: launchApp' : 'mobile: activateApp');
  }

  /** Comes back to it as it was left. */
  async activate(): Promise<void> {
    await this.#run('mobile: activateApp');
  }

  /** Takes away everything that it keeps. */
  async clear(): Promise<void> {
    if (this.#isApple) throw new Unprovided('an app without its data', 'only Appium for Android takes that away');
    await this.#run('mobile: clearApp');
  }

  /** @see https://github.com/appium/appium-uiautomator2-driver, and appium-xcuitest-driver, "Execute methods" */
  async #run(command: string): Promise<void> {
    const { capabilities } = this.#session;
    const [key, id] = this.#isApple
      ? ['bundleId', capabilities.bundleId ?? capabilities['appium:bundleId']]
      : ['appId', capabilities.appPackage ?? capabilities['appium:appPackage']];
    if (typeof id !== 'string')
      throw new Unprovided('an app that is opened anew', 'give appium:appPackage or appium:bundleId in capabilities');
    await this.#session.call((client) => client.executeScript(command, [{ [key as string]: id }]));
  }
}

type Act = (session: Session, isTurned: boolean) => Promise<unknown>;

/** What can be done to a native app beside its own buttons; what is missing here is left to a person. */
export const NATIVE_GESTURES: Partial<Record<Gesture, Act>> = {
  'going back': (session) => session.call((client) => client.back()),
  'turning the phone': (session, isTurned) =>
    session.call((client) => client.setOrientation(isTurned ? 'LANDSCAPE' : 'PORTRAIT')),
  'leaving the app for another': (session) =>
    session.call((client) => client.executeScript('mobile: backgroundApp', [{ seconds: -1 }])),
  'returning to the app': (session) => new OwnApp(session).activate(),
  'killing and reopening the app': (session) => new OwnApp(session).restart(),
};
