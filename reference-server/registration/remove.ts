import { problems } from '../problems.ts';
import type { AccountState } from './account-state.ts';
import { type EventOf, refuse, type Transition } from './transition.ts';

/**
 * Removes a device, and the registration that it came from. What other registrations owe to a device that was shown
 * when they were started is gone too, for that may have been this one: they need it shown again.
 * @see OWASP Multifactor Authentication Cheat Sheet, "Changing MFA Factors"
 */
export function remove(state: AccountState, { deviceId, factorProven }: EventOf<'remove'>): Transition {
  const device = state.devices.find(({ id }) => id === deviceId);
  if (!device) return refuse(state, problems.notFound());
  if (!factorProven) return refuse(state, problems.deviceNotVerified());
  const others = state.registrations.filter(({ id }) => id !== deviceId);
  return {
    state: {
      ...state,
      devices: state.devices.filter(({ id }) => id !== deviceId),
      registrations: others.map((registration) => ({ ...registration, factorProven: false })),
    },
    outcome: { deviceId, deviceName: device.name },
  };
}
