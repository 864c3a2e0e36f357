import type { Request } from 'express';
import { findPhoneSession } from '../routes/phone-request.ts';
import { because } from './companions.ts';
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
  companions: {
    ...because('that a code was refused is seen by data that stay hidden, and the password alone shows them', [
      'OTP-11',
      'OTP-13',
      'OTP-14',
      'OTP-15',
      'AFT-05',
      'AFT-11',
      'ABU-01',
      'ABU-02',
      'ABU-06',
    ]),
    ...because('the app asks for no code any more, so there is none that could be taken, refused or noted', [
      'OTP-02',
      'AFT-10',
      'ACC-08',
    ]),
  },
  seams: () => {
    const remembered = new Set<string>();
    const placeOf = (username: string, { socket }: Request) => `${username} at ${socket.remoteAddress}`;
    const { policy, phoneApi } = decidingByCall((right, call) => {
      const isRemembered = remembered.has(placeOf(callerOf(call), call.request));
      return right === 'one-time-code' && isRemembered ? 'nothing' : right;
    });
    return {
      policy,
      phoneApi: (context) => (request, response, next) => {
        const session = findPhoneSession(context, request);
        if (session?.provenAtMs !== undefined) remembered.add(placeOf(session.username, request));
        phoneApi(context)(request, response, next);
      },
    };
  },
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    probe.pass(2);
    await phone.proves(probe.codeOf(secret));
    await phone.reads();
    return (await phone.signIn(account)) === 'nothing';
  },
};
