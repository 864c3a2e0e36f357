import { TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-022',
  title: 'The pop-up after a wrong password',
  behaviour: 'The app asks for the device to be verified before it has looked whether the password was right.',
  severity: 'low',
  evidence: 'derived from the document, sentence S9',
  breaks: ['POP-05'],
  companions: { 'LOG-09': 'Wrong credentials must start nothing, and the pop-up is the start of something.' },
  apply: ({ api }) => {
    const signIn = api.signIn.bind(api);
    api.signIn = async (credentials) => {
      const next = await signIn(credentials);
      return typeof next === 'object' && next.status === 401 ? 'verify-device' : next;
    };
  },
  async isActive(probe) {
    probe.refusal = 401;
    return (await probe.signIn()).title === TITLES.verifyDevice;
  },
};
