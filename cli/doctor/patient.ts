import { launchBrowser } from '../../simulators/browser/launch-browser.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { Credentials, Phone } from '../../simulators/phone/phone.ts';
import { Windows } from '../../simulators/web-user/browser/windows.ts';
import { type Labels, labelsOf } from '../../simulators/web-user/labels.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { WorldParameters } from '../../steps/support/stage.ts';
import { accountsOf } from '../../targets/accounts/accounts-of.ts';
import { openWebUser, pickUpPhone } from '../../targets/actors.ts';
import { PhoneBrowsers } from '../../targets/browser-phone/phone-browsers.ts';
import { clockOf } from '../../targets/clock-of.ts';
import type { Target } from '../../targets/target.ts';

/** A target with one person at it, as a scenario has them. */
export interface Patient {
  target: Target;
  labels: Labels;
  web: WebUser;
  phone: Phone;
  credentials: Credentials;
  /** Goes to the present on the target's clock, where it can be moved. */
  toPresent(): Promise<void>;
  leave(): Promise<void>;
}

/** Opens a window and picks up a phone, for an account of the target. */
export async function meetPatient({ target, browser, startEpochMs }: WorldParameters): Promise<Patient> {
  if (!target) throw new Error('there is nothing to look at');
  const labels = labelsOf(target.labels);
  const clock = clockOf(target, startEpochMs);
  const hosts = [target.portalUrl, target.appUrl ?? target.portalUrl].map((url) => new URL(url).hostname);
  const windows = browser && new Windows(await launchBrowser(browser, hosts), 1);
  const phoneBrowsers = browser && target.app === 'browser' ? new PhoneBrowsers(browser, hosts) : undefined;
  const recorder = new Recorder();
  const web = await openWebUser({ url: target.portalUrl, labels, bookmarks: {} }, recorder, windows);
  const phone = pickUpPhone(target, { recorder, clock, ...(phoneBrowsers && { phoneBrowsers }) });
  return {
    target,
    labels,
    web,
    phone,
    credentials: await accountOf(target),
    toPresent: () => clock.set(clock.canBeMoved ? startEpochMs : clock.now()),
    leave: async () => {
      await Promise.all([web.close(), phone.putAway()]);
      await windows?.close();
      await phoneBrowsers?.close();
    },
  };
}

async function accountOf(target: Target): Promise<Credentials> {
  const source = accountsOf(target);
  return source ? (await source.next({ not: new Set() })).credentials : { username: '', password: '' };
}
