import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-090',
  title: 'Continue registers the device',
  behaviour: 'Continue in the app finishes the registration, whether a right code was submitted on the web or not.',
  severity: 'high',
  evidence: 'derived from the document, sentences S19 to S21',
  breaks: ['FLW-04'],
  seams: () => ({
    rules: upon('continue', ({ state, event, at }, rules) => {
      const own = state.registrations.find(({ phoneSessionId }) => phoneSessionId === event.phoneSessionId);
      if (!own || own.confirmation) return rules(state, event, at);
      const { id, deviceName: name, secret } = own;
      const confirmation = { atMs: at.nowMs, step: -1 };
      const device = { id, name, secret, registeredAtMs: at.nowMs, lastAcceptedStep: -1 };
      const registrations = state.registrations.map((one) => (one === own ? { ...own, confirmation } : one));
      return rules({ ...state, registrations, devices: [...state.devices, device] }, event, at);
    }),
  }),
  async isActive(probe) {
    const { account, name, secret } = await probe.started();
    const phone = probe.phone();
    await phone.signIn(account);
    await phone.pairs(name, secret);
    return phone.continues();
  },
};
