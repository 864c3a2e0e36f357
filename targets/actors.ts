import type { Clock } from '../simulators/clock/clock.ts';
import { PLAYED_SERVER_URL, type PlayedServer } from '../simulators/network/played-server.ts';
import type { Recorder } from '../simulators/network/recorder.ts';
import type { Phone } from '../simulators/phone/phone.ts';
import { PhoneApiClient } from '../simulators/phone/phone-api-client.ts';
import { PhoneWire } from '../simulators/phone/phone-wire.ts';
import { SimulatedPhone } from '../simulators/phone/simulated-phone.ts';
import { BrowserPage } from '../simulators/web-user/browser/browser-page.ts';
import type { Windows } from '../simulators/web-user/browser/windows.ts';
import { DocumentedWebUser } from '../simulators/web-user/documented-web-user.ts';
import { ENGLISH_LABELS } from '../simulators/web-user/labels.ts';
import type { Portal } from '../simulators/web-user/portal.ts';
import { TextPage } from '../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';

/** Where a portal is, and what of it is known already. */
export type PortalAt = Pick<Portal, 'url' | 'bookmarks'>;

/** A web user in a session of its own, in the browser where there is one, else on the pages' HTML. */
export async function openWebUser(at: PortalAt, recorder: Recorder, windows?: Windows): Promise<WebUser> {
  const portal: Portal = { ...at, labels: ENGLISH_LABELS };
  const page = windows ? new BrowserPage(await windows.take(), recorder) : new TextPage(recorder);
  return new DocumentedWebUser(page, portal);
}

/** A phone of its own, with nothing on it yet, that speaks to the phone API at this address. */
export function pickUpPhone(phoneApiUrl: string, recorder: Recorder, clock: Clock): Phone {
  return simulatedPhone(new PhoneWire(phoneApiUrl, { name: 'phone', recorder, fetcher: fetch }), clock);
}

/** The same for an app whose server is played. */
export function pickUpPhoneOf({ fetcher }: PlayedServer, recorder: Recorder, clock: Clock): Phone {
  return simulatedPhone(new PhoneWire(PLAYED_SERVER_URL, { name: 'phone', recorder, fetcher }), clock);
}

function simulatedPhone(wire: PhoneWire, clock: Clock): Phone {
  return new SimulatedPhone(new PhoneApiClient(wire), clock);
}
