import { PhoneSessions } from '../store/phone-sessions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-008',
  title: 'A sign-in that waits for its code for ever',
  behaviour: 'A password that was given today can be completed with a code next week: nothing ends the wait.',
  severity: 'medium',
  evidence: 'CentauriSolutions/EyeDP#388; valohai/django-allauth-2fa#70',
  breaks: ['LOG-10'],
  seams: () => ({
    context: ({ random }) => ({ phoneSessions: new PhoneSessions(random, Number.POSITIVE_INFINITY) }),
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    probe.pass(7 * 24 * 60 * 2);
    return phone.proves(probe.codeOf(secret));
  },
};
