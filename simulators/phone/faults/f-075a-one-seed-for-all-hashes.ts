import { computing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';
import { SHA256_URI } from './probe.ts';

/** The length of the seed that the RFC prints. @see RFC 6238 appendix B */
const PRINTED_SEED_BYTES = 20;

export const fault: PhoneFault = {
  id: 'F-075a',
  title: 'The app uses 20 bytes of every key',
  behaviour:
    'The app was made to fit the one seed that the RFC prints, so of longer keys it uses the first 20 bytes alone.',
  severity: 'medium',
  evidence: 'derived from RFC 6238 appendix B, which prints one seed of 20 bytes while its code uses 20, 32 and 64',
  breaks: ['APP-01'],
  companions: { 'APP-05': 'The codes with SHA256 and SHA512 are looked at there as well.' },
  apply: computing({ keyOf: (secret) => secret.subarray(0, PRINTED_SEED_BYTES) }),
  async isActive(probe) {
    await probe.scan(SHA256_URI);
    return (await probe.codeAt(59)) !== '119246';
  },
};
