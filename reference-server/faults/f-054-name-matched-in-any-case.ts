import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-054',
  title: 'A name typed in another case is taken',
  behaviour: 'The name that the phone sends is compared without regard to case, though case was said to count.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S17',
  breaks: ['MAN-05'],
  seams: () => ({
    rules: upon('pair', ({ state, event, at }, rules) => {
      const isLike = (name: string) => name.toLowerCase() === event.deviceName.toLowerCase();
      const found = state.registrations.findLast(({ deviceName }) => isLike(deviceName));
      return rules(state, { ...event, deviceName: found?.deviceName ?? event.deviceName }, at);
    }),
  }),
  async isActive(probe) {
    const { account, secret } = await probe.started('Phone');
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.pairs('phone', secret);
  },
};
