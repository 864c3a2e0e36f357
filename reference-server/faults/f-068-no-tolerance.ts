import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-068',
  title: 'No tolerance at all',
  behaviour: 'Only the code of this very step is accepted: whoever types slowly is told that it is wrong.',
  severity: 'medium',
  evidence: 'pyauth/pyotp#11; lobsters/lobsters#1948',
  breaks: ['OTP-07'],
  companions: { 'OTP-08': 'the code of the next step is not that of this one either' },
  seams: () => ({ policy: { matchingSteps: withinWindow([0]) } }),
  async isActive(probe) {
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret, -1)));
  },
};
