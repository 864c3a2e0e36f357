import type { FoundBrowser } from '../simulators/browser/found-browser.ts';
import { launchBrowser } from '../simulators/browser/launch-browser.ts';
import { Windows } from '../simulators/web-user/browser/windows.ts';
import type { AccountSource } from './accounts/account-source.ts';
import { accountsOf } from './accounts/accounts-of.ts';
import { type Adapter, startAdapter } from './adapter/adapter.ts';
import { PhoneBrowsers } from './browser-phone/phone-browsers.ts';
import { ControlClient } from './control-client.ts';
import type { Tester } from './person-phone/tester.ts';
import { DescribedPortal } from './requests/described-portal.ts';
import type { ScreenedPortal } from './screens/screens.ts';
import type { Target } from './target.ts';
import { WebDriverServer } from './webdriver-phone/server.ts';

/** What a target is reached with, for the length of a run. */
export interface Reach {
  /** Where the accounts come from. */
  accounts?: AccountSource | undefined;
  /** What the test controls offer beyond clock and accounts. */
  capabilities: readonly string[];
  /** The browser's windows, where the web user has one. */
  windows?: Windows;
  /** What an app that is a page is shown in. */
  phoneBrowsers?: PhoneBrowsers;
  /** What drives the device with the app. */
  webdriver?: WebDriverServer;
  adapter?: Adapter;
  /** Who has a real phone in their hand. */
  tester?: Tester;
  /** The portal, where it is reached by described requests. */
  described?: DescribedPortal;
  /** The portal, where its pages are not the document's. */
  screened?: ScreenedPortal;
}

interface ReachOptions {
  browser?: FoundBrowser | undefined;
  tester?: Tester | undefined;
  /** How many windows are kept at hand; left out, as many as a run has use for. */
  windowCount?: number;
}

/** Starts whatever it takes to reach a target. @throws {AdapterFault} when its adapter is not there */
export async function openReach(target: Target, { browser, tester, windowCount }: ReachOptions): Promise<Reach> {
  const { controlUrl, requests, screens, app, webdriverUrl, capabilities = {} } = target;
  const hosts = hostsOf(target);
  const adapter = target.adapter && (await startAdapter({ ...target.adapter, target: addressesOf(target) }));
  const described = requests && new DescribedPortal(requests, target.portalUrl);
  const hasPages = browser && !described && !adapter?.plays('web');
  return {
    accounts: accountsOf(target, described),
    capabilities: controlUrl === undefined ? [] : await new ControlClient(controlUrl).capabilities(),
    ...(adapter && { adapter }),
    ...(tester && { tester }),
    ...(described && { described }),
    ...(screens && { screened: { screens, lastNames: new Map() } }),
    ...(hasPages && { windows: new Windows(await launchBrowser(browser, hosts), windowCount) }),
    ...(browser && app === 'browser' && { phoneBrowsers: new PhoneBrowsers(browser, hosts) }),
    ...(app === 'webdriver' && webdriverUrl && { webdriver: new WebDriverServer({ url: webdriverUrl, capabilities }) }),
  };
}

/** Ends all of it. */
export async function closeReach({ windows, phoneBrowsers, adapter, webdriver }: Reach): Promise<void> {
  await Promise.all([windows?.close(), phoneBrowsers?.close(), webdriver?.close(), adapter?.close()]);
}

function hostsOf({ portalUrl, phoneApiUrl = portalUrl, appUrl = portalUrl }: Target): string[] {
  return [portalUrl, phoneApiUrl, appUrl].map((url) => new URL(url).hostname);
}

function addressesOf({ name, portalUrl, phoneApiUrl = portalUrl }: Target) {
  return { name, portalUrl, phoneApiUrl };
}
