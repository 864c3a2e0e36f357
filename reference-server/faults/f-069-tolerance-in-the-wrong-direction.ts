import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-069',
  title: 'Tolerance in the wrong direction',
  behaviour: 'By an error of sign the code of the next step is accepted in place of that of the step before.',
  severity: 'medium',
  evidence: 'derived from RFC 6238 section 5.2',
  breaks: ['OTP-07'],
  seams: () => ({ policy: { matchingSteps: withinWindow([0, 1]) } }),
  async isActive(probe) {
    const started = await probe.started();
    const isPastTaken = await probe.submits(started, probe.codeOf(started.secret, -1));
    return !isPastTaken && (await probe.submits(started, probe.codeOf(started.secret, 1)));
  },
};
