import { PHONE_API } from '../../protocol/phone-api.ts';
import { findPhoneSession } from '../routes/phone-request.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-002',
  title: 'A renewed session needs no second factor',
  behaviour:
    'The rule was built into the sign-in and forgotten where a session is renewed: the new token opens everything.',
  severity: 'critical',
  evidence: 'aashutoshkumarbhardwaj/CreatorOs#998; mozilla/fxa-auth-server#2351',
  breaks: ['LOG-05'],
  seams: () => ({
    phoneApi: (context) => (request, _response, next) => {
      const session = request.path === PHONE_API.refresh ? findPhoneSession(context, request) : undefined;
      if (session) session.provenAtMs ??= context.clock.now();
      next();
    },
  }),
  async isActive(probe) {
    const phone = probe.phone();
    await phone.signIn(await probe.newAccount());
    await phone.call('POST', PHONE_API.refresh);
    return phone.reads();
  },
};
