import type { Problem } from '../problems.ts';
import type { AccountState, Registration } from './account-state.ts';

/** What can happen to an account. Ids and secrets are made at random by the sender. */
export type RegistrationEvent =
  | { type: 'start'; registrationId: string; secret: string; deviceName: string; factorProven: boolean }
  | { type: 'submit'; registrationId: string; code: string; factorProven: boolean }
  | { type: 'prove'; code: string; at: 'confirmation' | 'phone-sign-in' }
  | { type: 'remove'; deviceId: string; factorProven: boolean }
  | { type: 'pair'; phoneSessionId: string; deviceName: string; keyFingerprint: string }
  | { type: 'continue'; phoneSessionId: string };

export type EventOf<Type extends RegistrationEvent['type']> = Extract<RegistrationEvent, { type: Type }>;

/** What was done to which device: registered, on its way to be, proven or removed. */
export interface Outcome {
  deviceId: string;
  deviceName: string;
}

/** What came of an event: something done, or a problem. A problem may change the state too: wrong codes are counted. */
export type Transition =
  | { state: AccountState; outcome: Outcome; problem?: never }
  | { state: AccountState; problem: Problem; outcome?: never };

/** A refusal that changes nothing. */
export function refuse(state: AccountState, problem: Problem): Transition {
  return { state, problem };
}

/** What came of an event that a registration went through. Its device has the id of the registration. */
export function outcomeOf({ id, deviceName }: Registration): Outcome {
  return { deviceId: id, deviceName };
}
