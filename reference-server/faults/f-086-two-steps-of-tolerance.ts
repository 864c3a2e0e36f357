import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-086',
  title: 'Two steps of tolerance',
  behaviour: 'Five codes are right at any time, though no more than one step to either side was declared.',
  severity: 'low',
  evidence: 'derived from RFC 6238 section 5.2; OWASP WSTG-ATHN-11',
  breaks: ['OTP-19'],
  seams: () => ({ policy: { matchingSteps: withinWindow([-2, -1, 0, 1, 2]) } }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, probe.codeOf(started.secret, -2));
  },
};
