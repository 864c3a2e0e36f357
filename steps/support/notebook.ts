import { World } from '@cucumber/cucumber';
import type { Phone } from '../../simulators/phone/phone.ts';
import type { WebSession } from '../../simulators/web-user/page.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { Brought } from '../../simulators/web-user/wire-user.ts';
import type { Person } from './person.ts';
import type { WorldParameters } from './stage.ts';

/** What one sentence of a scenario notes down for a later one. */
export class Notebook extends World<WorldParameters> {
  /** Somebody on the web who has not signed in. */
  stranger: WebUser | undefined;
  /** Somebody with the password of another, who has begun a registration. */
  intruder: Person | undefined;
  /** The HTTP statuses that answered the requests made last beside the page's controls. */
  statuses: number[] = [];
  /** How often a device was listed before an act that should not change it. */
  registeredBefore = 0;
  /** A second phone of somebody, that does not take part, or one in other hands. */
  otherPhone: Phone | undefined;
  /** A session that somebody else holds. */
  heldSession: WebSession | undefined;
  /** How many codes its owner had sent when somebody took it. */
  codesWhenHeld: number | undefined;
  /** What a request that another site set off led to. */
  brought: Brought | undefined;
  /** How much there was of something before an act. */
  before: string[] = [];
  /** Whether the portal was made to fail, which no other scenario may find. */
  faultsAreSet = false;
  /** People who act one after another. */
  readonly crowd: Person[] = [];
  /** How long answers took to codes that were far from right and near it, in milliseconds of real time. */
  readonly answerTimesMs: Record<'far' | 'near', number[]> = { far: [], near: [] };
  /** Phones that act together. */
  phones: Phone[] = [];
}
