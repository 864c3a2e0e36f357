import { PHONE_API } from '../../protocol/phone-api.ts';
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
  seams: () => decidingByCall((right, { request }) => (PROTECTED.includes(request.path) ? 'nothing' : right)),
  async isActive(probe) {
    const phone = probe.phone();
    const next = await phone.signIn(await probe.newAccount());
    return next === 'verify-device' && phone.reads();
  },
};
