import { forgetful } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-065',
  title: 'The code of an older step after that of a newer one',
  behaviour: 'Only the very code that was accepted last is refused, so one that was seen before it still works.',
  severity: 'medium',
  evidence: 'samdjstevens/java-totp#63',
  breaks: ['OTP-14'],
  seams: () => ({
    rules: (rules) => (state, event, at) => {
      if (!('code' in event)) return rules(state, event, at);
      const { isCodeOfStep } = at.policy;
      const before = forgetful(state, (one) => !isCodeOfStep(one.secret, event.code, one.lastAcceptedStep));
      return rules(before, event, at);
    },
  }),
  async isActive(probe) {
    const { account, code, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return !(await phone.proves(code)) && (await phone.proves(probe.codeOf(secret, -1)));
  },
};
