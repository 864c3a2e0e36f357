import type { KnownBad } from '../../../protocol/known-bad.ts';
import type { Alter } from '../simulated-phone.ts';
import type { PhoneProbe } from './probe.ts';

/** A defect of the app, or of the phone that it runs on. */
export interface PhoneFault extends KnownBad {
  /** What it breaks where the app is a page, if that is less: a browser does not let pages do everything. */
  breaksInPage?: KnownBad['breaks'];
  /** Puts the defect into one phone; what it remembers belongs to that phone. */
  apply: Alter;
  /** Whether this phone misbehaves, asked without the scenarios and without a portal. */
  isActive(probe: PhoneProbe): Promise<boolean>;
}
