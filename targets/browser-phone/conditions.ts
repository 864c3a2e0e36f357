import type { CDPSession, Page as Tab } from 'puppeteer';
import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type { Claims } from '../../simulators/phone/phone.ts';

/** A phone held upright, in CSS pixels. */
const UPRIGHT = { width: 390, height: 844 } as const;

/** What the world around a phone is like. */
export interface Conditions {
  network: NetworkState;
  /** A name of the IANA time zone database. */
  timeZone: string;
  isTurned: boolean;
  /** What the app is made to send besides. */
  claims: Claims;
  /** Epoch milliseconds on the phone's clock; `undefined` where that is the machine's own. */
  now(): number | undefined;
}

/** Has them hold in a tab. */
export async function setUnder(
  { tab, devtools }: { tab: Tab; devtools: CDPSession },
  { network, timeZone, isTurned }: Conditions,
): Promise<void> {
  const { width, height } = UPRIGHT;
  const size = isTurned ? { width: height, height: width } : { width, height };
  const before = tab.viewport();
  if (before?.width !== size.width) {
    await tab.setViewport({ ...size, deviceScaleFactor: 2, isMobile: true, hasTouch: true, isLandscape: isTurned });
  }
  await devtools.send('Emulation.setTimezoneOverride', { timezoneId: timeZone });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: network === 'offline',
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
