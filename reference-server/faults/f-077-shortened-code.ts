import { readCode } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-077',
  title: 'A code without its leading zero',
  behaviour: 'Codes are compared as numbers, so "12345" passes for "012345".',
  severity: 'medium',
  evidence: 'wstrange/GoogleAuth#37; sdrapkin/SecurityDriven.Inferno#36',
  breaks: ['OTP-04'],
  seams: () => ({
    policy: {
      readCode: (input) => readCode(typeof input === 'string' && input !== '' ? input.trim().padStart(6, '0') : input),
    },
  }),
  async isActive(probe) {
    const started = await probe.startedWithZero();
    return probe.submits(started, probe.codeOf(started.secret).slice(1));
  },
};
