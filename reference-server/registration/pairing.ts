import { createHash, timingSafeEqual } from 'node:crypto';
import { keyFingerprintInput } from '../../protocol/phone-api.ts';
import { problems } from '../problems.ts';
import { type AccountState, type Registration, withRegistration } from './account-state.ts';
import { isOver } from './lifetime.ts';
import type { Circumstances } from './policy.ts';
import { type EventOf, outcomeOf, refuse, type Transition } from './transition.ts';

/**
 * A phone hands over the name, to the letter, and the fingerprint of the key that it scanned or typed. It takes part in
 * that registration from then on, and in no other; before Submit the last phone that came counts, later the first.
 */
export function pair(state: AccountState, event: EventOf<'pair'>, at: Circumstances): Transition {
  const { phoneSessionId } = event;
  const registration = state.registrations.find(
    ({ deviceName, secret }) => deviceName === event.deviceName && isFingerprint(event.keyFingerprint, secret),
  );
  if (!registration) return refuse(state, problems.noSuchRegistration());
  const { confirmation, phoneSessionId: earlier = phoneSessionId } = registration;
  if (isOver(registration, at) || (confirmation && earlier !== phoneSessionId)) {
    return refuse(state, problems.registrationOver());
  }
  const registrations = state.registrations.map((one) => (one.phoneSessionId === phoneSessionId ? unpaired(one) : one));
  return {
    state: withRegistration({ ...state, registrations }, { ...registration, phoneSessionId }),
    outcome: outcomeOf(registration),
  };
}

/** Continue: answers whether the registration of this phone was submitted. It registers nothing itself. */
export function continueAfterSubmit(state: AccountState, event: EventOf<'continue'>, at: Circumstances): Transition {
  const registration = state.registrations.find(({ phoneSessionId }) => phoneSessionId === event.phoneSessionId);
  if (!registration) return refuse(state, problems.notPaired());
  if (isOver(registration, at)) return refuse(state, problems.registrationOver());
  if (!registration.confirmation) return refuse(state, problems.notSubmitted());
  return {
    state: withRegistration(state, { ...registration, continued: true }),
    outcome: outcomeOf(registration),
  };
}

function unpaired({ phoneSessionId: _, ...registration }: Registration): Registration {
  return registration;
}

function isFingerprint(fingerprint: string, secret: string): boolean {
  const right = createHash('sha256').update(keyFingerprintInput(secret)).digest();
  const given = Buffer.from(fingerprint, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
