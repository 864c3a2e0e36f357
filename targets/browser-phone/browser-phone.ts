import type { Clock } from '../../simulators/clock/clock.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';
import type { Recorder } from '../../simulators/network/recorder.ts';
import { AppPhone } from './app-phone.ts';
import { BrowserDevice } from './browser-device.ts';
import type { PhoneBrowsers } from './phone-browsers.ts';
import { PhoneConditions } from './phone-conditions.ts';
import { PlayedApi } from './played-api.ts';
import { Told } from './told.ts';

/** What a phone with a vendor's web app on it needs. */
export interface BrowserPhoneOptions {
  browsers: PhoneBrowsers;
  clock: Clock;
  recorder: Recorder;
  /** Texts that only who is let in reads; without any, it is told from what the screen offers. */
  protectedTexts?: readonly string[] | undefined;
  /** Where a link into a conversation leads; without it none can be followed. */
  conversationUrl?: string | undefined;
  /** What answers in place of the server of an app that speaks the published phone API. */
  played?: Fetcher | undefined;
}

/** A phone with a vendor's web app on it: a browser of a phone's size with a camera that sees what it is given. */
export class BrowserPhone extends AppPhone {
  /** @param appUrl where the app is opened */
  constructor(
    appUrl: string,
    { browsers, clock, recorder, protectedTexts, conversationUrl, played }: BrowserPhoneOptions,
  ) {
    const around = { appUrl, recorder, told: new Told(), conditions: new PhoneConditions(clock) };
    const api = played && new PlayedApi(played);
    const device = new BrowserDevice(browsers, { ...around, played: api }, conversationUrl);
    super({ ...around, device, protectedTexts, played: api });
  }
}
