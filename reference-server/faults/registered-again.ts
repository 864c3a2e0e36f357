import type { Rules } from '../registration/policy.ts';
import type { Transition } from '../registration/transition.ts';
import type { Happening } from './account-changes.ts';

/** Submit of a finished registration, taken as if it were not finished: one more device beside those that are there. */
export function registeredAgain({ state, event, at }: Happening<'submit'>, rules: Rules): Transition {
  const registrations = state.registrations.map((one) => {
    const { confirmation: _, ...unfinished } = one;
    return one.id === event.registrationId ? { ...unfinished, continued: false } : one;
  });
  const transition = rules({ ...state, devices: [], registrations }, event, at);
  const devices = [...state.devices, ...transition.state.devices];
  return { ...transition, state: { ...transition.state, devices } };
}
