import { nextStep } from '../registration/next-step.ts';
import type { Rules } from '../registration/policy.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'registered-at-continue',
  title: 'Submit puts the device on the list, and only Continue on the phone makes it one that opens the account',
  seams: () => {
    const waiting = new Set<string>();
    return {
      rules: atContinue(waiting),
      policy: {
        nextStep: ({ devices, ...situation }) =>
          nextStep({ ...situation, devices: devices.filter(({ id }) => !waiting.has(id)) }),
      },
    };
  },
};

/** Whatever asks for a registered device passes over those that wait for Continue. */
function atContinue(waiting: Set<string>) {
  return (rules: Rules): Rules =>
    (state, event, at) => {
      const waitingDevices = state.devices.filter(({ id }) => event.type === 'prove' && waiting.has(id));
      const devices = state.devices.filter((device) => !waitingDevices.includes(device));
      const transition = rules({ ...state, devices }, event, at);
      const { outcome } = transition;
      if (outcome && event.type === 'submit') waiting.add(outcome.deviceId);
      if (outcome && event.type === 'continue') waiting.delete(outcome.deviceId);
      return {
        ...transition,
        state: { ...transition.state, devices: [...transition.state.devices, ...waitingDevices] },
      };
    };
}
