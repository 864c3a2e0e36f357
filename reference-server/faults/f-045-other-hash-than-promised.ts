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
  companions: {
    ...because('the right code of a phone that goes by the QR code is refused, so what should be registered is not', [
      'LOG-07',
      'CAM-04',
      'NAV-10',
      'QRC-13',
      'MAN-04',
      'OTP-01',
      'OTP-03',
      'OTP-06',
      'OTP-07',
      'OTP-08',
      'OTP-10',
      'OTP-11',
      'OTP-12',
      'OTP-15',
      'OTP-16',
      'FLW-02',
      'FLW-03',
      'FLW-05',
      'FLW-06',
      'FLW-07',
      'FLW-10',
      'FLW-12',
      'ABU-01',
      'ABU-04',
      'ABU-05',
      'ABU-10',
      'ACC-06',
    ]),
    'AFT-09': 'without a registration nobody is told of one',
    'MAN-06': 'the right code is refused, so the values are not yet done with and stay on the page',
    'ACC-03': 'a success is waited for that does not come, so nothing is read out',
  },
  seams: () => ({
    policy: comparing((secret, code, step) => codeOfStep(secret, step, { algorithm: 'SHA256' }) === code),
  }),
  async isActive(probe) {
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
