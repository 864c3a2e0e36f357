import { because, SIGN_IN_WITH_A_CODE } from './companions.ts';
import type { ServerFault } from './server-fault.ts';
import { refusesSha256, sha256With } from './sha256.ts';

export const fault: ServerFault = {
  id: 'F-075',
  title: '20 bytes of a key of 32',
  behaviour:
    'The QR code asks for SHA256 with a key of 32 bytes. At the sign-in 20 of them are used, as the one seed that the RFC ' +
    'prints has 20.',
  severity: 'medium',
  evidence: 'RFC 6238 appendix B prints one seed of 20 bytes, its code uses 20, 32 and 64',
  breaks: ['OTP-02'],
  companions: {
    ...because('it signs in with the right code of a registered device, which is refused', [
      ...SIGN_IN_WITH_A_CODE,
      'OTP-11',
    ]),
    ...because('who types the values does not type that SHA256 is wanted', ['MAN-04', 'CAM-04']),
    'QRC-09': 'SHA256 is not what every app understands',
  },
  seams: () => sha256With({ keyOf: (secret) => secret.subarray(0, 20) }),
  isActive: refusesSha256,
};
