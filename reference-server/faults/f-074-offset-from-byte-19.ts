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
  seams: () => sha256With({ offsetIn: (hash) => (hash[19] ?? 0) & 0x0f }),
  isActive: refusesSha256,
};
