import type { RegistrationState } from '../../protocol/control-api.ts';
import type { Severity } from '../../protocol/known-bad.ts';
import type { ClockSetting } from '../clock/system-clock.ts';

/** Where the page lies. The portal that it shows has all other addresses of the same origin. */
export const PLACE = '/side-by-side/';

/** The page's own addresses, below {@link PLACE}. Bodies are JSON. */
export const ROUTES = {
  /** GET → a stream of server-sent events, each a whole {@link Scene} */
  scenes: `${PLACE}scenes`,
  /** GET → 200 {@link Facts} */
  facts: `${PLACE}facts`,
  /** POST {@link Turn} → 204 */
  clock: `${PLACE}clock`,
  /** POST {@link Choice} → 204, once portal and phone are there again */
  pair: `${PLACE}pair`,
} as const;

/** How the clock of portal and phone is to be turned. */
export type Turn = { bySeconds: number } | { toEpochMs: number } | { runs: boolean };

/** A fresh pair of portal and phone: with this known defect, or as it should be. */
export interface Choice {
  id: string | null;
}

/** A known defect, and what it is caught by. */
export interface KnownDefect {
  id: string;
  title: string;
  behaviour: string;
  severity: Severity;
  side: 'portal' | 'phone';
  caughtBy: { id: string; statement: string }[];
}

/** What does not change while the page is open. */
export interface Facts {
  portalUrl: string;
  phoneUrl: string;
  /** Whom to sign in as; left out where there are no accounts yet. */
  account?: { username: string; password: string };
  defects: KnownDefect[];
}

/** Something that was said in a request or its answer; what is secret has no value. */
export interface SaidField {
  name: string;
  value?: string;
}

/** A request and its answer, without any secret. */
export interface Exchange {
  number: number;
  /** On the clock of portal and phone. */
  atEpochMs: number;
  from: 'portal page' | 'phone';
  method: string;
  path: string;
  asked: SaidField[];
  status: number;
  /** The title of the page that came, where one did. */
  title?: string;
  answered: SaidField[];
}

/** All that the page draws, but for what it draws of its own clock. */
export interface Scene {
  /** Another pair of portal and phone has another one. */
  pair: string;
  clock: ClockSetting;
  /** The defect that the pair has. */
  defect?: string;
  /** The last ones, oldest first. */
  exchanges: Exchange[];
  /** The one that was started last. */
  registration?: RegistrationState;
  signedIn: { portal: boolean; phone: boolean };
}
