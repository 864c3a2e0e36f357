import { readCode } from '../registration/one-time-code.ts';
import { codeOfStep, comparing, stepAt } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-078',
  title: 'As many digits as were sent',
  behaviour: 'The server computes a code of as many digits as it was sent, so one of eight digits passes as well.',
  severity: 'medium',
  evidence: 'ding113/claude-code-hub#1122',
  breaks: ['OTP-04'],
  companions: {
    'QRC-08': 'a code of eight digits is among the other parameters that must not work',
  },
  seams: () => ({
    policy: {
      readCode: (input) => (typeof input === 'string' && /^\d{7,8}$/.test(input) ? input : readCode(input)),
      ...comparing((secret, code, step) => code === codeOfStep(secret, step, { digits: code.length })),
    },
  }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, codeOfStep(started.secret, stepAt(probe.clock.now()), { digits: 8 }));
  },
};
