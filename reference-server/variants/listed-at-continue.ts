import type { RegisteredDevice } from '../registration/account-state.ts';
import type { Rules } from '../registration/policy.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'listed-at-continue',
  title: 'Submit finishes the part on the web, and the device is on the list once Continue was tapped on the phone',
  seams: () => ({ rules: atContinue(new Map()) }),
};

/** What Submit registers is kept aside until its phone continues. */
function atContinue(waiting: Map<string, RegisteredDevice>) {
  return (rules: Rules): Rules =>
    (state, event, at) => {
      const own = event.type === 'continue' ? state.registrations.flatMap(({ id }) => waiting.get(id) ?? []) : [];
      const transition = rules({ ...state, devices: [...state.devices, ...own] }, event, at);
      const { outcome, state: next } = transition;
      if (outcome && event.type === 'continue') waiting.delete(outcome.deviceId);
      const added = next.devices.filter(
        ({ id }) => event.type === 'submit' && !state.devices.some((one) => one.id === id),
      );
      for (const device of added) waiting.set(device.id, device);
      return { ...transition, state: { ...next, devices: next.devices.filter(({ id }) => !waiting.has(id)) } };
    };
}
