import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-043',
  title: 'One key for all devices of a user',
  behaviour: 'The key belongs to the user, so each further registration shows that of the first.',
  severity: 'high',
  evidence: 'goauthentik/authentik#4008',
  breaks: ['AFT-04', 'QRC-04'],
  companions: {
    'AFT-05': 'the code of a removed device is right for the one that is left, for both have one key',
  },
  seams: () => ({
    rules: upon('start', ({ state, event, at }, rules) => {
      const [first] = [...state.devices, ...state.registrations];
      return rules(state, { ...event, secret: first?.secret ?? event.secret }, at);
    }),
  }),
  async isActive(probe) {
    const { web, secret } = await probe.started();
    return (await web.startRegistration('Other phone')).secret === secret;
  },
};
