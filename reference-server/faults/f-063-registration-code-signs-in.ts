import { forgetful, upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-063',
  title: 'The code of the registration signs in as well',
  behaviour: 'Used codes are remembered at the sign-in alone, so the code that registered a device signs in with it.',
  severity: 'high',
  evidence: 'forgekeep/nebula-mesh#237',
  breaks: ['OTP-13'],
  seams: () => ({
    rules: upon('submit', ({ state, event, at }, rules) => {
      const transition = rules(state, event, at);
      const isNew = ({ id }: { id: string }) => !state.devices.some((device) => device.id === id);
      return { ...transition, state: forgetful(transition.state, isNew) };
    }),
  }),
  async isActive(probe) {
    const { account, code } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return (await phone.proves(code)) && !(await phone.proves(code));
  },
};
