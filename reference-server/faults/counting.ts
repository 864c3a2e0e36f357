import type { AccountState } from '../registration/account-state.ts';
import type { Rules } from '../registration/policy.ts';
import type { RegistrationEvent } from '../registration/transition.ts';

/**
 * Wrong codes counted by something else than the account. Where `keyOf` names nothing they are counted as they should.
 */
export function countedBy(keyOf: (event: RegistrationEvent, state: AccountState) => string | undefined) {
  const counts = new Map<string, AccountState['wrongCodes']>();
  return (rules: Rules): Rules =>
    (state, event, at) => {
      const key = keyOf(event, state);
      if (key === undefined) return rules(state, event, at);
      const counted = counts.get(key) ?? { count: 0, lockedUntilMs: 0 };
      const transition = rules({ ...state, wrongCodes: counted }, event, at);
      counts.set(key, transition.state.wrongCodes);
      return { ...transition, state: { ...transition.state, wrongCodes: state.wrongCodes } };
    };
}
