import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

/** Three minutes to either side. */
const OFFSETS = Array.from({ length: 13 }, (_, index) => index - 6);

export const fault: ServerFault = {
  id: 'F-143',
  title: 'Codes of three minutes ago, at the sign-in alone',
  behaviour:
    'A registration takes codes of near steps alone; whoever signs in may use one of six steps before or after.',
  severity: 'high',
  evidence: 'n8n 2.41.1 the other way around: its registration takes codes of ten steps, its sign-in of two',
  breaks: ['OTP-09'],
  seams: () => ({
    rules: (rules) => (state, event, at) => {
      const policy = { ...at.policy, matchingSteps: withinWindow(OFFSETS) };
      return rules(state, event, event.type === 'prove' ? { ...at, policy } : at);
    },
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.proves(probe.codeOf(secret, 6));
  },
};
