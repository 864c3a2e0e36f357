import type { RequestHandler } from 'express';
import { PHONE_API } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-012',
  title: 'A session begins before the password is looked at',
  behaviour:
    'Whoever has no device is sent on to register one before the password is checked, and the session for that is made ' +
    'for a wrong password as well.',
  severity: 'medium',
  evidence: 'derived from the document, sentences S8 and S9',
  breaks: ['LOG-09'],
  companions: {
    'POP-05': 'it asks that a wrong password leads to no Verify device pop-up, and it does',
    'ABU-14': 'a wrong password is answered in another way for a user without a device than for nobody',
  },
  seams: () => ({ phoneApi: sessionFirst }),
  async isActive(probe) {
    const account = await probe.newAccount();
    return (await probe.phone().signIn({ ...account, password: 'another password' })) === 'verify-device';
  },
};

function sessionFirst(context: ServerContext): RequestHandler {
  return (request, response, next) => {
    const { username } = request.body ?? {};
    const isMeant = request.path === PHONE_API.sessions && context.accounts.has(username);
    const nowMs = context.clock.now();
    if (!isMeant || nowMs < context.enforcementInstantMs) return next();
    if (context.accounts.state(username).devices.length > 0) return next();
    const { token } = context.phoneSessions.create(username, nowMs);
    response.status(201).json({ next: 'verify-device', token });
  };
}
