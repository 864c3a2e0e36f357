import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-095',
  title: 'A removed device goes on reading',
  behaviour: 'Removing a device takes it off the list, but the session of the phone stays as it is.',
  severity: 'high',
  evidence: 'OWASP ASVS 4.0.3, 2.8.6',
  breaks: ['AFT-05'],
  seams: () => ({
    context: ({ phoneSessions }) => ({ phoneSessions: Object.assign(phoneSessions, { removeProvenBy() {} }) }),
  }),
  async isActive(probe) {
    const { account, web, secret } = await probe.registered();
    probe.pass(3);
    const phone = probe.phone();
    await phone.signIn(account);
    await phone.proves(probe.codeOf(secret));
    await web.remove(await web.removalOf(0));
    return phone.reads();
  },
};
