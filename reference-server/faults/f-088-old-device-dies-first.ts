import { upon, withDevices } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-088',
  title: 'Another registration kills the registered device',
  behaviour: 'Next overwrites the key of the devices that are there, before anything is proven.',
  severity: 'high',
  evidence:
    'objectstack-ai/objectstack#10700; objectstack-ai/objectstack#11035; greasyfork-org/greasyfork#1446; ' +
    'better-auth/better-auth#11037',
  breaks: ['FLW-11', 'AFT-03'],
  companions: {
    'AFT-05': 'both devices have the key of the second one by then, so codes of the removed one still pass',
  },
  seams: () => ({
    rules: upon('start', ({ state, event, at }, rules) => {
      const transition = rules(state, event, at);
      if (transition.problem) return transition;
      const { secret } = event;
      return { ...transition, state: withDevices(transition.state, (device) => ({ ...device, secret })) };
    }),
  }),
  async isActive(probe) {
    const { account, web, secret, address } = await probe.registered();
    await web.text(address);
    await web.startRegistration('Other phone');
    probe.pass(3);
    const phone = probe.phone();
    await phone.signIn(account);
    return !(await phone.proves(probe.codeOf(secret)));
  },
};
