import { TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';
import { KEY_URI } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-132',
  title: 'A counter-based key is taken for a time-based one',
  behaviour: 'The app does not look at the type of a key URI, so one for counters is kept and used with the time.',
  severity: 'medium',
  evidence: 'derived from the key URI format, "Types"',
  breaks: ['APP-08'],
  apply: ({ app: { crafts } }) => {
    const { readSymbol } = crafts;
    crafts.readSymbol = (text) => readSymbol(text.replace(/^otpauth:\/\/hotp\//i, 'otpauth://totp/'));
  },
  async isActive(probe) {
    const { title } = await probe.scan(`${KEY_URI.replace('totp', 'hotp')}&counter=0`);
    return title === TITLES.oneTimeCode;
  },
};
