import { forgetful } from './account-changes.ts';
import { stepAt } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-061',
  title: 'The same code again in the next step',
  behaviour: 'A used code is remembered only while its own step lasts, though it is accepted for one step longer.',
  severity: 'high',
  evidence: 'CVE-2021-43177',
  breaks: ['OTP-13'],
  seams: () => ({
    rules: (rules) => (state, event, at) =>
      rules(
        forgetful(state, (device) => device.lastAcceptedStep !== stepAt(at.nowMs)),
        event,
        at,
      ),
  }),
  async isActive(probe) {
    const { account, code } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    const isTakenAtOnce = await phone.proves(code);
    probe.pass(1);
    return !isTakenAtOnce && (await phone.proves(code));
  },
};
