import { Authenticator } from '../authenticator.ts';
import { showing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';

const AFTER_2038_SECONDS = 2_147_483_700;

export const fault: PhoneFault = {
  id: 'F-072a',
  title: "The app's seconds have 32 bits",
  behaviour: 'The app keeps Unix time in 32 bits with a sign, so from 2038-01-19 on its codes are of another century.',
  severity: 'high',
  evidence: 'RFC 6238 section 4.2',
  breaks: ['APP-15'],
  companions: { 'APP-01': 'the vectors of RFC 6238 reach beyond 2038, and the app is held against them' },
  apply: showing((uri, atEpochMs) => {
    // Before 1970 there is no step; the app then shows that of the last bits.
    const seconds = Math.floor(atEpochMs / 1000) | 0;
    return new Authenticator(uri.secret, uri).codeAt((seconds < 0 ? seconds + 2 ** 31 : seconds) * 1000);
  }),
  async isActive(probe) {
    await probe.scan();
    const before = await probe.codeAt(AFTER_2038_SECONDS - 2 ** 31);
    return (await probe.codeAt(AFTER_2038_SECONDS)) === before;
  },
};
