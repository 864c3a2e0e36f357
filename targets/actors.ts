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
import { drawPage } from '../simulators/web-user/browser/draw-page.ts';
import type { Windows } from '../simulators/web-user/browser/windows.ts';
import { DocumentedWebUser } from '../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../simulators/web-user/labels.ts';
import type { Portal } from '../simulators/web-user/portal.ts';
import type { Draw } from '../simulators/web-user/text/pictures.ts';
import { TextPage } from '../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import type { Adapter } from './adapter/adapter.ts';
import { AdapterPhone } from './adapter/adapter-phone.ts';
import { AdapterWebUser } from './adapter/adapter-web-user.ts';
import { AuthenticatorPhone } from './authenticator-phone/authenticator-phone.ts';
import type { Door } from './authenticator-phone/door.ts';
import { BrowserPhone } from './browser-phone/browser-phone.ts';
import { PersonPhone } from './person-phone/person-phone.ts';
import type { Reach } from './reach.ts';
import { RequestsDoor } from './requests/requests-door.ts';
import { RequestsWebUser } from './requests/requests-web-user.ts';
import { ScreensWebUser } from './screens/screens-web-user.ts';
import type { Target } from './target.ts';
import { WebDoor } from './web-door.ts';
import { nativePhone, webPhone } from './webdriver-phone/webdriver-phone.ts';

/** What a web user is reached with. */
interface WebReach extends Pick<Reach, 'adapter' | 'described' | 'screened' | 'windows'> {
  /** The clock that pages are told, where it can be moved. */
  clock?: Clock | undefined;
  /** The browser that draws what cannot be seen without one, for a web user who has no window of their own. */
  lender?: Windows | undefined;
}

/** A web user in a session of its own: whoever the target has for it, else our own in a window, else on the pages' HTML. */
export async function openWebUser(
  { adapter, described, screened, windows, clock, lender }: WebReach,
  recorder: Recorder,
  portal: Portal,
): Promise<WebUser> {
  if (adapter?.plays('web')) return new AdapterWebUser(adapter, portal);
  if (described) return new RequestsWebUser(described, recorder);
  const draw: Draw | undefined = lender && ((session, html) => drawPage(lender, session, html));
  const now = clock?.canBeMoved ? () => clock.now() : undefined;
  const openFresh = async () =>
    windows ? new BrowserPage({ ...(await windows.take()), now }, recorder) : new TextPage(recorder, { draw });
  const page = await openFresh();
  return screened ? new ScreensWebUser({ page, portal, screened, openFresh }) : new DocumentedWebUser(page, portal);
}

/** What phones have in common that are picked up in one scenario. */
interface Around {
  reach: Reach;
  recorder: Recorder;
  clock: Clock;
  /** A known defect, for every phone of ours. */
  alter?: Alter | undefined;
}

/** A phone of its own, with nothing on it yet: whoever the target has for it, with its own app or ours. */
export function pickUpPhone(target: Target, around: Around): Phone {
  const { app, phoneApiUrl = target.portalUrl } = target;
  const { reach, clock } = around;
  if (reach.adapter?.plays('phone')) return new AdapterPhone(reach.adapter, clock);
  if (app === 'browser') return browserPhone(target, around);
  if (app === 'webdriver') return servedPhone(target, around);
  if (app === 'person') return personPhone(reach);
  if (app === 'simulator') return simulatedPhone({ url: phoneApiUrl, fetcher: fetchFollowing }, around);
  return new AuthenticatorPhone({ clock, door: doorOf(target, around) });
}

/** The way in for a phone that only shows codes; nobody knows one to pages of which nothing is said. */
function doorOf({ portalUrl: url, labels }: Target, { reach, recorder, clock }: Around): Door | undefined {
  if (reach.described) return new RequestsDoor(reach.described, recorder);
  if (!reach.screened) return undefined;
  return new WebDoor(() =>
    openWebUser({ ...reach, clock }, recorder, { url, labels: labelsOf(labels), bookmarks: {} }),
  );
}

/** An authenticator, for a portal whose app nobody here can be: it reads the QR code and shows its codes. */
export function pickUpAuthenticator({ clock }: Pick<Around, 'clock'>): Phone {
  return new AuthenticatorPhone({ clock });
}

function personPhone({ tester }: Reach): Phone {
  if (tester) return new PersonPhone(tester);
  throw new Unprovided('a tester with a phone', 'only `paircheck run` and `paircheck doctor` ask somebody');
}

/**
 * The same for an app whose server is played. A phone that only shows codes talks to no server, and is as it always is.
 * @throws {Unprovided} where nobody says that the target's app speaks the API that the suite can play
 */
export function pickUpPhoneOf({ fetcher }: PlayedServer, target: Target, around: Around): Phone {
  const { adapter } = around.reach;
  // Never our own phone in its place: what that one can do says nothing of the one that is under test.
  if (adapter?.plays('phone')) return phoneWithoutServer(adapter, around);
  if (target.app === 'simulator') return simulatedPhone({ url: PLAYED_SERVER_URL, fetcher }, around);
  const isPage = target.app === 'browser' || (target.app === 'webdriver' && target.appUrl !== undefined);
  if (!isPage || target.phoneApiUrl === undefined)
    throw new Unprovided('an app whose server can be played', NOT_PUBLISHED);
  return target.app === 'browser' ? browserPhone(target, around, fetcher) : servedPhone(target, around, fetcher);
}

function phoneWithoutServer(adapter: Adapter, { clock }: Around): Phone {
  if (!adapter.hasApp) return new AdapterPhone(adapter, clock);
  throw new Unprovided('an app whose server can be played', PLAYED_BY_ADAPTER);
}

function browserPhone(target: Target, around: Around, played?: Fetcher): Phone {
  const { appUrl, conversationUrl, protectedTexts } = target;
  const { reach, clock, recorder } = around;
  const { phoneBrowsers } = reach;
  if (!phoneBrowsers || appUrl === undefined) throw new Unprovided('a browser for the app', NO_BROWSER);
  const options = { clock, recorder, conversationUrl, protectedTexts, played };
  return new BrowserPhone(appUrl, { browsers: phoneBrowsers, ...options });
}

function servedPhone(target: Target, around: Around, played?: Fetcher): Phone {
  const { appUrl, conversationUrl, protectedTexts, frames } = target;
  const { reach, clock, recorder } = around;
  const { webdriver: server } = reach;
  if (!server) throw new Unprovided('a WebDriver server', 'give webdriverUrl in the target file, or --webdriver-url');
  const options = { server, clock, recorder, conversationUrl, protectedTexts, played };
  return appUrl === undefined
    ? nativePhone({ ...options, frames: frames ?? 'none' })
    : webPhone(appUrl, { ...options, frames: frames ?? 'page' });
}

function simulatedPhone({ url, fetcher }: { url: string; fetcher: Fetcher }, around: Around): Phone {
  const { recorder, clock, alter } = around;
  const wire = new PhoneWire(url, { name: 'phone', recorder, fetcher });
  return new SimulatedPhone(new PhoneApiClient(wire), clock, { alter });
}

const NOT_PUBLISHED =
  'where the app speaks protocol/openapi.json, give --phone-api-url beside --app-url: then the suite can play its server';
const PLAYED_BY_ADAPTER = 'no adapter is asked for it: an app that is a page can be used with --app-url in its place';
const NO_BROWSER = 'an app that is a page is used in a browser: leave out --drive api';
