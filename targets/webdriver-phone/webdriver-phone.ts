import type { Clock } from '../../simulators/clock/clock.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';
import type { Recorder } from '../../simulators/network/recorder.ts';
import { AppPhone } from '../browser-phone/app-phone.ts';
import { PhoneConditions } from '../browser-phone/phone-conditions.ts';
import { Told } from '../browser-phone/told.ts';
import type { Frames } from './frames.ts';
import { NativeDevice } from './native-device.ts';
import { ServedApi } from './served-api.ts';
import type { WebDriverServer } from './server.ts';
import { WebDevice } from './web-device.ts';

/** What a phone behind a WebDriver server needs. */
export interface WebDriverPhoneOptions {
  server: WebDriverServer;
  clock: Clock;
  recorder: Recorder;
  frames: Frames;
  protectedTexts?: readonly string[] | undefined;
  /** Where a link into a conversation leads; without it none can be followed. */
  conversationUrl?: string | undefined;
  /** What answers in place of the server of an app that speaks the published phone API. */
  played?: Fetcher | undefined;
}

/** A web app on a device behind a WebDriver server. @param appUrl where the app is opened */
export function webPhone(appUrl: string, options: WebDriverPhoneOptions): AppPhone {
  const { server, clock, recorder, frames, protectedTexts, conversationUrl, played } = options;
  const common = { told: new Told(), conditions: new PhoneConditions(clock) };
  const served = played && new ServedApi(played);
  const around = { ...common, appUrl, recorder, served, playsCamera: frames === 'page' };
  return new AppPhone({
    ...common,
    device: new WebDevice(server, around, conversationUrl),
    protectedTexts,
    played: served,
  });
}

/** A native app on a device behind a WebDriver server. */
export function nativePhone({ server, clock, frames, protectedTexts }: WebDriverPhoneOptions): AppPhone {
  const common = { told: new Told(), conditions: new PhoneConditions(clock) };
  return new AppPhone({ ...common, device: new NativeDevice(server, { ...common, frames }), protectedTexts });
}
