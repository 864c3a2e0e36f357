import { TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';
import { KEY } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-133',
  title: 'Typed keys lose characters',
  behaviour:
    'The app drops what no key has, the digits 0, 1, 8 and 9, from typed keys, and shows codes of what is left.',
  severity: 'medium',
  evidence: 'puddly/android-otp-extractor#46; derived from RFC 4648 section 3.3',
  breaks: ['APP-10'],
  apply: ({ app: { crafts } }) => {
    const { entryOf } = crafts;
    crafts.entryOf = (uri) => entryOf({ ...uri, secret: uri.secret.replace(/[0189]/g, '') });
  },
  async isActive(probe) {
    return (await probe.type({ deviceName: 'work phone', key: `${KEY}0` })).title === TITLES.oneTimeCode;
  },
};
