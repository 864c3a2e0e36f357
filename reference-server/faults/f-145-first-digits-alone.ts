import { codeOfStep, comparing } from './code-computation.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

const COMPARED = 4;

export const fault: ServerFault = {
  id: 'F-145',
  title: 'The first digits of a code are enough',
  behaviour: 'Codes are compared up to their fourth digit, so one whose last two are wrong passes.',
  severity: 'high',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['FLW-03'],
  companions: because(
    'a code that is wrong in its last digit alone is right here, so it is not refused, counted or told of',
    ['OTP-16', 'FLW-04', 'FLW-11', 'AFT-10', 'ABU-01', 'ABU-02', 'ABU-03', 'ABU-05', 'ABU-16', 'ACC-08'],
  ),
  seams: () => ({
    policy: comparing((secret, code, step) => code.slice(0, COMPARED) === codeOfStep(secret, step).slice(0, COMPARED)),
  }),
  async isActive(probe) {
    const started = await probe.started();
    const right = probe.codeOf(started.secret);
    return probe.submits(started, right.slice(0, COMPARED) + (right.endsWith('11') ? '22' : '11'));
  },
};
