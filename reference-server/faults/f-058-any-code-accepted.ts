import { comparing } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-058',
  title: 'Any code is right',
  behaviour: 'The comparison was left as a stub that always says yes, so any six digits pass for a code.',
  severity: 'critical',
  evidence: 'SandeepVashishtha/Eventra#17838',
  breaks: ['OTP-09', 'FLW-03'],
  seams: () => ({ policy: comparing(() => true, [0]) }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, probe.codeOf(started.secret, 1000));
  },
};
