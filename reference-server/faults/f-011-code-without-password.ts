import type { RequestHandler } from 'express';
import { PHONE_API } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import { findPhoneSession } from '../routes/phone-request.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-011',
  title: 'The code signs in without the password',
  behaviour:
    'The call that checks a code goes by the username that comes with it, whether a password was given or not.',
  severity: 'high',
  evidence: 'derived from RFC 4226 section 7.1',
  breaks: ['LOG-11'],
  seams: () => ({ phoneApi: codeAlone }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    probe.pass(2);
    const phone = probe.phone();
    await phone.call('POST', PHONE_API.oneTimeCode, { username: account.username, code: probe.codeOf(secret) });
    return phone.reads();
  },
};

function codeAlone(context: ServerContext): RequestHandler {
  return (request, response, next) => {
    const { username, code } = request.body ?? {};
    const isMeant = request.path === PHONE_API.oneTimeCode && context.accounts.has(username);
    if (!isMeant || typeof code !== 'string' || findPhoneSession(context, request)) return next();
    const { outcome } = happen(context, username, { type: 'prove', code, at: 'phone-sign-in' });
    if (!outcome) return next();
    const nowMs = context.clock.now();
    const { session } = context.phoneSessions.create(username, nowMs);
    response.json({ next: 'nothing', token: context.phoneSessions.prove(session, outcome.deviceId, nowMs) });
  };
}
