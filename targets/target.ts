import type { Credentials } from '../simulators/phone/phone.ts';
import type { WrittenLabels } from '../simulators/web-user/labels.ts';
import type { AccountCommand } from './accounts/command-accounts.ts';
import type { Requests } from './requests/described.ts';
import type { Screens } from './screens/screens.ts';
import type { Frames } from './webdriver-phone/frames.ts';

/** Where the document is silent, what an implementation says of itself; the tests expect what was declared. */
export interface Declarations {
  /** The instant from which the app demands a verified device, in epoch milliseconds. @see reading A-01 */
  enforcementEpochMs: number;
  /** Wrong codes in a row after which even the right one is refused; left out where nobody says. @see reading A-18 */
  throttleMax?: number;
  /** How long that lasts, in seconds. */
  throttleReleaseSeconds: number;
  /** How long a registration waits for its Submit, in seconds. @see reading A-18 */
  pendingSeconds: number;
  /** How long a password alone waits for its second factor, in seconds. */
  halfLoginSeconds: number;
  /** How many time steps of the past are accepted, and of the future. @see reading A-05 */
  windowPast: number;
  windowFuture: number;
  /** How many characters a device name may have; left out where nobody says. @see reading A-10 */
  nameMax?: number;
  /** Whether a device can be removed; left out where nobody says. @see reading A-17 */
  devicesRemovable?: boolean;
  /** The act from which on a device is listed on the web; left out where nobody says. @see reading A-14 */
  listsFrom?: 'Submit' | 'Continue';
}

/** An implementation under test: how to reach its two sides, and what it declares. */
export interface Target {
  name: string;
  portalUrl: string;
  /** Where the server of its phone app answers, for our simulated app; the portal's address if left out. */
  phoneApiUrl?: string;
  /** Where its phone app is a page, to be used in a browser as a phone. */
  appUrl?: string;
  /** Where a link into one of its conversations leads, in an app that is a page. */
  conversationUrl?: string;
  /** Where its test controls answer: its clock, and fresh accounts. */
  controlUrl?: string;
  /** Where a WebDriver server answers, such as Appium, that drives the device with its app. */
  webdriverUrl?: string;
  /** What such a server is asked for. */
  capabilities?: Record<string, unknown>;
  /** How what is before the camera reaches such an app; left out, in the page, or not at all where it is none. */
  frames?: Frames;
  /** Who plays the phone, where no adapter does. */
  app: AppPlayer;
  clock: TargetClock;
  /** Those that are there already, or what makes them; left out where requests or the test controls make them. */
  accounts?: Credentials[] | AccountCommand;
  /** How the portal is reached where that is not by its pages. */
  requests?: Requests;
  /** How its pages go where they are not the document's. */
  screens?: Screens;
  /** A program that plays the web user, the phone, or both. */
  adapter?: AdapterCommand;
  /** Texts that the app shows to somebody who has been let in, and to nobody else. */
  protectedTexts?: string[];
  declares: Declarations;
  /** Its words, where they are not those of the document. */
  labels?: WrittenLabels;
}

/**
 * `simulator`: our app, over the published API; `browser`: its own app, a page; `authenticator`: there is no app, and
 * our phone shows codes by itself; `person`: a real phone in a tester's hand;
 * `webdriver`: its own app, native or a page, through a WebDriver server.
 */
export type AppPlayer = (typeof APP_PLAYERS)[number];

export const APP_PLAYERS = ['simulator', 'browser', 'authenticator', 'person', 'webdriver'] as const;

/**
 * How its clock is moved: by its test controls; by the file that libfaketime reads; or not at all, and then some
 * waiting may be allowed.
 */
export type TargetClock =
  | { kind: 'http' }
  | { kind: 'faketime'; file: string }
  | { kind: 'real'; patienceSeconds: number };

/** A program that plays actors, and where and how it is started. */
export interface AdapterCommand {
  command: readonly string[];
  cwd: string;
  /** All of its environment; left out, ours. */
  environment?: Record<string, string | undefined>;
  timeoutSeconds?: number;
}

/** The target at these addresses, which declares nothing of its own. */
export function targetAt(name: string, addresses: TargetAddresses): Target {
  const { controlUrl } = addresses;
  const given = Object.entries(addresses).filter(([, url]) => url !== undefined);
  return {
    ...(Object.fromEntries(given) as Pick<Target, keyof TargetAddresses>),
    name,
    app: playerAt(addresses),
    clock: controlUrl === undefined ? { kind: 'real', patienceSeconds: PATIENCE_SECONDS } : { kind: 'http' },
    declares: DEFAULT_DECLARATIONS,
  };
}

function playerAt({ appUrl, webdriverUrl }: TargetAddresses): AppPlayer {
  if (webdriverUrl !== undefined) return 'webdriver';
  return appUrl === undefined ? 'simulator' : 'browser';
}

/** A time step and a little: enough to leave the edge of one, or a code that is not like others. */
export const PATIENCE_SECONDS = 65;

/** Every field that is an address, in a target file and as a flag. */
export const ADDRESSES = [
  'portalUrl',
  'phoneApiUrl',
  'appUrl',
  'conversationUrl',
  'controlUrl',
  'webdriverUrl',
] as const;

/** Where an implementation answers. */
export interface TargetAddresses {
  portalUrl: string;
  phoneApiUrl?: string | undefined;
  appUrl?: string | undefined;
  conversationUrl?: string | undefined;
  controlUrl?: string | undefined;
  webdriverUrl?: string | undefined;
}

/** How the web user is played: in a real browser, or reading the pages' HTML without one. */
export type Drive = 'browser' | 'api';

/** The readings that hold for whoever declares nothing. @see the document's silence, readings */
export const DEFAULT_DECLARATIONS: Declarations = {
  enforcementEpochMs: Date.UTC(2024, 2, 5),
  throttleReleaseSeconds: 15 * 60,
  pendingSeconds: 30 * 60,
  halfLoginSeconds: 10 * 60,
  windowPast: 1,
  windowFuture: 1,
};

/** What the built-in reference says of itself besides. */
export const REFERENCE_DECLARATIONS: Partial<Declarations> = {
  throttleMax: 10,
  pendingSeconds: 15 * 60,
  nameMax: 64,
  devicesRemovable: true,
  listsFrom: 'Submit',
};
