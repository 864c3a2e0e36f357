import { randomInt } from 'node:crypto';
import type { FoundBrowser } from '../../simulators/browser/found-browser.ts';
import type { Clock } from '../../simulators/clock/clock.ts';
import type { Credentials, Phone } from '../../simulators/phone/phone.ts';
import type { Alter } from '../../simulators/phone/simulated-phone.ts';
import type { Labels } from '../../simulators/web-user/labels.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import type { Tester } from '../../targets/person-phone/tester.ts';
import type { Reach } from '../../targets/reach.ts';
import type { ServedProcess } from '../../targets/served-process.ts';
import type { Declarations, Drive, Target } from '../../targets/target.ts';
import { openChannel } from './channel.ts';
import type { Person, Registration } from './person.ts';

/** What the command line tells every scenario, as Cucumber's world parameters: JSON and nothing else. */
export interface WorldParameters {
  /**
   * What is under test, as each worker reaches it: an implementation of its own, whose clock it moves, or accounts of its
   * own. Left out where it is started first, and says where it is.
   */
  targets?: Target[];
  /** What starts the implementation under test, with its test controls, where nobody has started it. */
  start?: { command: string; args: string[] } & Pick<Target, 'name' | 'declares'>;
  drive: Drive;
  /** Where the controlled clock stands when a scenario begins, in epoch milliseconds. */
  startEpochMs: number;
  /** Missing when the web user is played without a browser. */
  browser?: FoundBrowser;
  /** The id of a known defect that every phone has. */
  phoneFault?: string;
  /** Both sides are pictured after each step, not only at the end of a scenario and where evidence does not hold. */
  stepPictures?: boolean;
}

/** How an account is met by who signs in to it: one with a device may be met otherwise than one without. */
export interface Standing {
  /** Whether the way on the web leads to the form for a device's name. */
  asksForName: boolean;
  /** Whether it leads to a question for a code of a device. */
  asksForCode: boolean;
  /** Whether the app of a phone that nobody has registered asks to verify the device. */
  asksToVerify: boolean;
}

/** Where somebody with an account can be met. */
export interface Host {
  target: Target;
  labels: Labels;
  clock: Clock;
  standIn(credentials: Credentials): Promise<Person>;
  pickUpPhone(): Phone;
}

/** A device that a scenario has left on an account. */
export interface KeptDevice {
  registration: Registration;
  /** The last time step whose code may have been used. */
  lastStep: number;
}

/** What the scenarios of one run share: what they reach the target with, and the addresses the web user has found. */
export const stage: {
  target?: Target;
  /** What was started, to be stopped at the end. */
  served?: ServedProcess;
  reach: Reach;
  /** Who is asked where a real phone plays; the command line sets it before a run. */
  tester?: Tester | undefined;
  /** Puts a known defect into every phone that is picked up. */
  alterPhone?: Alter | undefined;
  bookmarks: Portal['bookmarks'];
  /** The portal's pages came to nothing without a browser. */
  needsScripts?: boolean;
  /** By username, how an account is met before any scenario had it. */
  standings: Map<string, Standing>;
  /** By username, the devices that scenarios have left on an account. */
  keptDevices: Map<string, KeptDevice[]>;
  /** By username, what brings an account into order that a scenario has used. */
  unsettled: Map<string, (host: Host) => Promise<void>>;
  /** By username, why an account is used no further. */
  spentAccounts: Map<string, string>;
  /** A fresh account has been seen to sign in. */
  accountsSignIn?: boolean;
  /** The usernames of accounts that have registered a device. */
  healthyAccounts: Set<string>;
  /** Three letters, by which the devices of this run are told from those of an earlier one. */
  runMark: string;
  /** An account whose devices were all removed was seen to be met as before it had any. */
  removalRestores?: boolean;
  /** How many scenarios have begun. */
  scenarioCount: number;
  /** Whether the portal knows nothing of our own app, and there is no other. */
  appIsForeign?: boolean;
  /** From which act on the portal was seen to list a device, where it declares nothing. */
  listsFrom?: Declarations['listsFrom'];
  /** Why no further scenario may begin. */
  haltedBy?: string;
} = { bookmarks: {}, reach: { capabilities: [] }, ...nothingKnown() };

function nothingKnown() {
  return {
    standings: new Map<string, Standing>(),
    keptDevices: new Map<string, KeptDevice[]>(),
    unsettled: new Map<string, (host: Host) => Promise<void>>(),
    spentAccounts: new Map<string, string>(),
    healthyAccounts: new Set<string>(),
    runMark: randomLetters(3),
    scenarioCount: 0,
  };
}

function randomLetters(count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(randomInt(97, 123))).join('');
}

/** Before a run: nothing is known of the implementation that an earlier run of this thread was about. */
export function clearStage(): void {
  stage.bookmarks = {};
  stage.reach = { capabilities: [] };
  Object.assign(stage, nothingKnown());
  delete stage.needsScripts;
  delete stage.appIsForeign;
  delete stage.accountsSignIn;
  delete stage.removalRestores;
  delete stage.listsFrom;
  delete stage.haltedBy;
  delete stage.served;
}

const channel = openChannel<string>('halt', (reason) => {
  stage.haltedBy ??= reason;
});

/** Lets no further scenario begin, in any worker, since none could say anything any more; those that run end by themselves. */
export function halt(reason: string): void {
  stage.haltedBy ??= reason;
  channel.say(reason);
}
