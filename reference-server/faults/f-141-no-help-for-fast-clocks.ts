import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-141',
  title: 'A phone that is fast is refused',
  behaviour:
    'Codes of the past are accepted and the next one is not, so a phone whose clock is fast has to wait. It may.',
  severity: 'low',
  evidence: 'derived from RFC 6238 section 6',
  breaks: ['OTP-08'],
  seams: () => ({ policy: { matchingSteps: withinWindow([-1, 0]) } }),
  async isActive(probe) {
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret, 1)));
  },
};
