import { because, SIGN_IN_WITH_A_CODE } from './companions.ts';
import type { ServerFault } from './server-fault.ts';
import { refusesSha256, sha256With } from './sha256.ts';

export const fault: ServerFault = {
  id: 'F-074',
  title: 'The truncation begins where byte 19 says',
  behaviour:
    'The QR code asks for SHA256. At the sign-in the offset is taken from byte 19, which is the last one of SHA1 alone.',
  severity: 'medium',
  evidence: 'antonioribeiro/google2fa#126',
  breaks: ['OTP-02'],
  companions: {
    ...because('it signs in with the right code of a registered device, which is refused', [
      ...SIGN_IN_WITH_A_CODE,
      'OTP-11',
    ]),
    ...because('who types the values does not type that SHA256 is wanted', ['MAN-04', 'CAM-04']),
    'QRC-09': 'SHA256 is not what every app understands',
  },
  seams: () => sha256With({ offsetIn: (hash) => (hash[19] ?? 0) & 0x0f }),
  isActive: refusesSha256,
};
