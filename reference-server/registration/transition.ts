import type { Problem } from '../problems.ts';
import type { AccountState } from './account-state.ts';

/** What can happen to an account. Ids and secrets are made at random by the sender. */
export type RegistrationEvent =
  | { type: 'start'; registrationId: string; secret: string; deviceName: string; factorProven: boolean }
  | { type: 'submit'; registrationId: string; code: string; factorProven: boolean }
  | { type: 'prove'; code: string }
  | { type: 'pair'; phoneSessionId: string; deviceName: string; keyFingerprint: string }
  | { type: 'continue'; phoneSessionId: string };

export type EventOf<Type extends RegistrationEvent['type']> = Extract<RegistrationEvent, { type: Type }>;

/** What came of an event: something done, or a problem. A problem may change the state too: wrong codes are counted. */
export type Transition =
  | { state: AccountState; outcome: { deviceName: string }; problem?: never }
  | { state: AccountState; problem: Problem; outcome?: never };

/** A refusal that changes nothing. */
export function refuse(state: AccountState, problem: Problem): Transition {
  return { state, problem };
}
