import { readCode } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-079',
  title: 'Digits after the code',
  behaviour: 'The server looks only whether the input begins with the right code, so "123456999" passes for "123456".',
  severity: 'medium',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['OTP-04'],
  seams: () => ({
    policy: {
      readCode: (input) =>
        readCode(typeof input === 'string' ? input.replace(/\s/g, '').replace(/(?<=^\d{6})\d+$/, '') : input),
    },
  }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, `${probe.codeOf(started.secret)}999`);
  },
};
