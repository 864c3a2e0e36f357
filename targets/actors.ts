import type { Clock } from '../simulators/clock/clock.ts';
import { Unprovided } from '../simulators/errors.ts';
import type { Fetcher } from '../simulators/network/fetcher.ts';
import { PLAYED_SERVER_URL, type PlayedServer } from '../simulators/network/played-server.ts';
import type { Recorder } from '../simulators/network/recorder.ts';
import { fetchFollowing } from '../simulators/network/redirects.ts';
import type { Phone } from '../simulators/phone/phone.ts';
import { PhoneApiClient } from '../simulators/phone/phone-api-client.ts';
import { PhoneWire } from '../simulators/phone/phone-wire.ts';
import { type Alter, SimulatedPhone } from '../simulators/phone/simulated-phone.ts';
import { BrowserPage } from '../simulators/web-user/browser/browser-page.ts';
import type { Windows } from '../simulators/web-user/browser/windows.ts';
import { DocumentedWebUser } from '../simulators/web-user/documented-web-user.ts';
import type { Portal } from '../simulators/web-user/portal.ts';
import { TextPage } from '../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import { AuthenticatorPhone } from './authenticator-phone/authenticator-phone.ts';
import { BrowserPhone } from './browser-phone/browser-phone.ts';
import type { PhoneBrowsers } from './browser-phone/phone-browsers.ts';
import type { Target } from './target.ts';

/** A web user in a session of its own, in the browser where there is one, else on the pages' HTML. */
export async function openWebUser(portal: Portal, recorder: Recorder, windows?: Windows): Promise<WebUser> {
  const page = windows ? new BrowserPage(await windows.take(), recorder) : new TextPage(recorder);
  return new DocumentedWebUser(page, portal);
}

/** What phones have in common that are picked up in one scenario. */
interface Around {
  recorder: Recorder;
  clock: Clock;
  /** A known defect, for every phone of ours. */
  alter?: Alter | undefined;
  /** What apps that are pages are shown in. */
  phoneBrowsers?: PhoneBrowsers;
}

/** A phone of its own, with nothing on it yet, and the target's app or ours on it. */
export function pickUpPhone(target: Target, around: Around): Phone {
  const { app, appUrl, phoneApiUrl = target.portalUrl, protectedTexts } = target;
  if (app === 'simulator') return simulatedPhone({ url: phoneApiUrl, fetcher: fetchFollowing }, around);
  const { phoneBrowsers, clock, recorder } = around;
  if (!phoneBrowsers || appUrl === undefined) throw new Unprovided('a browser for the app', NO_BROWSER);
  return new BrowserPhone(appUrl, { browsers: phoneBrowsers, clock, recorder, protectedTexts });
}

/** An authenticator, for a portal whose app nobody here can be: it reads the QR code and shows its codes. */
export function pickUpAuthenticator({ clock }: Pick<Around, 'clock'>): Phone {
  return new AuthenticatorPhone({ clock });
}

/** The same for an app whose server is played. */
export function pickUpPhoneOf({ fetcher }: PlayedServer, around: Around): Phone {
  return simulatedPhone({ url: PLAYED_SERVER_URL, fetcher }, around);
}

function simulatedPhone({ url, fetcher }: { url: string; fetcher: Fetcher }, around: Around): Phone {
  const { recorder, clock, alter } = around;
  const wire = new PhoneWire(url, { name: 'phone', recorder, fetcher });
  return new SimulatedPhone(new PhoneApiClient(wire), clock, { alter });
}

const NO_BROWSER = 'an app that is a page is used in a browser: leave out --drive api';
