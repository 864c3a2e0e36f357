import { readCode } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-081',
  title: 'Digits of other scripts pass',
  behaviour: 'What the platform calls a digit is read as one: a code in full-width digits is accepted.',
  severity: 'medium',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['OTP-05'],
  seams: () => ({
    policy: { readCode: (input) => readCode(typeof input === 'string' ? input.normalize('NFKC') : input) },
  }),
  async isActive(probe) {
    const started = await probe.started();
    const inFullWidth = (digit: string) => String.fromCodePoint(0xff10 + Number(digit));
    return probe.submits(started, [...probe.codeOf(started.secret)].map(inFullWidth).join(''));
  },
};
