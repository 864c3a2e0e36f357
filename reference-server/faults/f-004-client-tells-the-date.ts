import { PHONE_API } from '../../protocol/phone-api.ts';
import { decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-004',
  title: 'The phone says what day it is',
  behaviour: 'Whether the rule holds yet is decided by the Date that the phone sends, which can be any.',
  severity: 'high',
  evidence: 'OWASP ASVS 5.0 6.5.8; LanternOps/breeze#5686',
  breaks: ['LOG-04'],
  seams: () =>
    decidingByCall((right, { context, request }) => {
      const isBefore = Date.parse(request.get('Date') ?? '') < context.enforcementInstantMs;
      return right === 'verify-device' && isBefore ? 'nothing' : right;
    }),
  async isActive(probe) {
    const phone = probe.phone();
    await phone.signIn(await probe.newAccount());
    const headers = { authorization: `Bearer ${phone.token}`, date: 'Mon, 04 Mar 2024 00:00:00 GMT' };
    return (await fetch(probe.url + PHONE_API.account, { headers })).ok;
  },
};
