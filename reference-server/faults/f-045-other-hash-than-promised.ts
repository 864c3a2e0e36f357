import { codeOfStep, comparing } from './code-computation.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-045',
  title: 'The QR code promises another hash function',
  behaviour:
    'The QR code says SHA1, and the server computes with SHA256: the codes of phones that go by it are refused.',
  severity: 'high',
  evidence: 'RobThree/TwoFactorAuth.Net#18; constantoine/totp-rs#10; samdjstevens/java-totp#67',
  breaks: ['QRC-08'],
  companions: because('the right code of a phone that goes by the QR code is refused', ['OTP-01']),
  seams: () => ({
    policy: comparing((secret, code, step) => codeOfStep(secret, step, { algorithm: 'SHA256' }) === code),
  }),
  async isActive(probe) {
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
