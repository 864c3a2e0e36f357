import { DEFAULT_OTP_PARAMETERS } from '../../../protocol/otpauth-uri.ts';
import { Authenticator } from '../authenticator.ts';
import { showing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';
import { SHA256_URI } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-128',
  title: 'Algorithm, digits and period are ignored',
  behaviour: 'Whatever the QR code says, the app computes six digits with SHA1 every 30 seconds: plausible, and wrong.',
  severity: 'high',
  evidence:
    'google/google-authenticator-android#29; samdjstevens/java-totp#30; sec51/twofactor#11; ' +
    'andry08/ArubaOTP-seed-extractor#21',
  breaks: ['APP-05'],
  companions: {
    'APP-01': "The RFC's codes with eight digits, and those with SHA256 and SHA512, are among the wrong ones.",
  },
  apply: showing(({ secret }, atEpochMs) => new Authenticator(secret, DEFAULT_OTP_PARAMETERS).codeAt(atEpochMs)),
  async isActive(probe) {
    await probe.scan(SHA256_URI);
    return (await probe.codeAt(59)) !== '119246';
  },
};
