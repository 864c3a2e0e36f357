import type { AccountState, RegisteredDevice } from '../registration/account-state.ts';
import type { Circumstances, Rules } from '../registration/policy.ts';
import type { EventOf, RegistrationEvent, Transition } from '../registration/transition.ts';

/** The state with each device changed. */
export function withDevices(state: AccountState, change: (device: RegisteredDevice) => RegisteredDevice): AccountState {
  return { ...state, devices: state.devices.map(change) };
}

/** The state as it were if no code of these devices had been used yet. */
export function forgetful(state: AccountState, isForgotten: (device: RegisteredDevice) => boolean): AccountState {
  return withDevices(state, (device) => (isForgotten(device) ? { ...device, lastAcceptedStep: -1 } : device));
}

export interface Happening<Type extends RegistrationEvent['type']> {
  state: AccountState;
  event: EventOf<Type>;
  at: Circumstances;
}

/** Rules that go another way when this happens. */
export function upon<Type extends RegistrationEvent['type']>(
  type: Type,
  otherwise: (happening: Happening<Type>, rules: Rules) => Transition,
): (rules: Rules) => Rules {
  const isMeant = (event: RegistrationEvent): event is EventOf<Type> => event.type === type;
  return (rules) => (state, event, at) =>
    isMeant(event) ? otherwise({ state, event, at }, rules) : rules(state, event, at);
}
