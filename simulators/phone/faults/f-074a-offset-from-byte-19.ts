import { computing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';
import { SHA256_URI } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-074a',
  title: "The app's truncation begins where byte 19 says",
  behaviour:
    'The app reads the offset from byte 19, which is the last one of SHA1 hashes alone: others come out wrong.',
  severity: 'medium',
  evidence: 'antonioribeiro/google2fa#126',
  breaks: ['APP-01'],
  companions: { 'APP-05': 'The codes with SHA256 and SHA512 are looked at there as well.' },
  apply: computing({ offsetIn: (hash) => (hash[19] ?? 0) & 0x0f }),
  async isActive(probe) {
    await probe.scan(SHA256_URI);
    return (await probe.codeAt(59)) !== '119246';
  },
};
