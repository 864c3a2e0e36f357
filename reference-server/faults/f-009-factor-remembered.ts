import { PHONE_API } from '../../protocol/phone-api.ts';
import { findPhoneSession } from '../routes/phone-request.ts';
import { callerOf, decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-009',
  title: 'The second factor is remembered across sign-ins',
  behaviour:
    'Where a code was accepted once, later sign-ins are not asked for one: the password alone is enough there.',
  severity: 'high',
  evidence: 'firefly-iii/firefly-iii#1002',
  breaks: ['AFT-01', 'LOG-05'],
  seams: () => {
    const remembered = new Set<string>();
    return decidingByCall((right, call) => {
      const place = `${callerOf(call)} at ${call.request.socket.remoteAddress}`;
      const isProven = findPhoneSession(call.context, call.request)?.provenAtMs !== undefined;
      if (isProven) remembered.add(place);
      return right === 'one-time-code' && remembered.has(place) ? 'nothing' : right;
    });
  },
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    probe.pass(2);
    await phone.proves(probe.codeOf(secret));
    await phone.call('GET', PHONE_API.account);
    return (await phone.signIn(account)) === 'nothing';
  },
};
