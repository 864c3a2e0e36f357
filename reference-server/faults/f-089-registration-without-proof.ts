import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-089',
  title: 'Another device without a code of the first',
  behaviour: 'Who has the password alone registers a phone of their own beside the one of the owner.',
  severity: 'critical',
  evidence: 'KeeperHub/keeperhub#1523',
  breaks: ['AFT-08', 'ABU-15'],
  seams: () => ({
    rules: (rules) => (state, event, at) =>
      rules(state, event.type === 'start' || event.type === 'submit' ? { ...event, factorProven: true } : event, at),
  }),
  async isActive(probe) {
    const stranger = await probe.started('Phone of a stranger');
    const owner = probe.web();
    await owner.signIn(stranger.account);
    const own = await owner.startRegistration('Phone');
    await owner.submit(own.address, { code: probe.codeOf(own.secret) });
    return probe.submits(stranger, probe.codeOf(stranger.secret));
  },
};
