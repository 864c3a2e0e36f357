import type { WrittenLabels } from '../simulators/web-user/labels.ts';

/** Where the document is silent, what an implementation says of itself; the tests expect what was declared. */
export interface Declarations {
  /** The instant from which the app demands a verified device, in epoch milliseconds. @see reading A-01 */
  enforcementEpochMs: number;
  /** Wrong codes in a row after which even the right one is refused. @see reading A-18 */
  throttleMax: number;
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
}

/** An implementation under test: how to reach its two sides, and what it declares. */
export interface Target {
  name: string;
  portalUrl: string;
  /** Where the phone app's server answers; without it there is no handshake and our phone cannot take part. */
  phoneApiUrl?: string;
  /** Where its test controls answer; without them there is no clock to move and no fresh account. */
  controlUrl?: string;
  declares: Declarations;
  /** Its words, where they are not those of the document. */
  labels?: WrittenLabels;
}

/** The target at these addresses, which declares nothing of its own. */
export function targetAt(name: string, { portalUrl, phoneApiUrl, controlUrl }: TargetAddresses): Target {
  return {
    name,
    portalUrl,
    ...(phoneApiUrl !== undefined && { phoneApiUrl }),
    ...(controlUrl !== undefined && { controlUrl }),
    declares: DEFAULT_DECLARATIONS,
  };
}

/** Where an implementation answers. */
export interface TargetAddresses {
  portalUrl: string;
  phoneApiUrl?: string | undefined;
  controlUrl?: string | undefined;
}

/** How the web user is played: in a real browser, or reading the pages' HTML without one. */
export type Drive = 'browser' | 'api';

/** The readings that hold for whoever declares nothing. @see the document's silence, readings */
export const DEFAULT_DECLARATIONS: Declarations = {
  enforcementEpochMs: Date.UTC(2024, 2, 5),
  throttleMax: 10,
  throttleReleaseSeconds: 15 * 60,
  pendingSeconds: 15 * 60,
  halfLoginSeconds: 10 * 60,
  windowPast: 1,
  windowFuture: 1,
};

/** What the built-in reference says of itself besides. */
export const REFERENCE_DECLARATIONS: Partial<Declarations> = { nameMax: 64, devicesRemovable: true };
