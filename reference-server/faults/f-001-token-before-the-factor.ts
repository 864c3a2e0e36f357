import { PHONE_API } from '../../protocol/phone-api.ts';
import { because } from './companions.ts';
import { decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

const PROTECTED: readonly string[] = [PHONE_API.account, PHONE_API.conversations];

export const fault: ServerFault = {
  id: 'F-001',
  title: 'The token of the password is a full one',
  behaviour:
    'The token that comes with the password opens the data at once: that a second factor is wanted is told to the app, ' +
    'which shows a screen for it, and checked nowhere else.',
  severity: 'critical',
  evidence: 'mazeway-dev/Mazeway#9; anurag3407/career-pilot#1705; OWASP WSTG-ATHN-11',
  breaks: ['LOG-01', 'POP-04'],
  companions: {
    ...because('it looks whether a phone with the password alone is shown data, and it is', [
      'LOG-02',
      'LOG-04',
      'LOG-05',
      'FLW-01',
      'FLW-04',
      'FLW-13',
      'AFT-01',
      'AFT-06',
      'AFT-11',
      'ABU-16',
    ]),
    ...because('that a code was refused is seen by data that stay hidden, and after the password none do', [
      'OTP-11',
      'OTP-13',
      'OTP-14',
      'OTP-15',
      'FLW-09',
      'AFT-05',
      'ABU-01',
      'ABU-02',
      'ABU-06',
    ]),
  },
  seams: () => decidingByCall((right, { request }) => (PROTECTED.includes(request.path) ? 'nothing' : right)),
  async isActive(probe) {
    const phone = probe.phone();
    const next = await phone.signIn(await probe.newAccount());
    return next === 'verify-device' && phone.reads();
  },
};
