import { ADDRESSES } from '../routes/addresses.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-006',
  title: 'The sign-in on the web ends the session of the app',
  behaviour:
    'A user has one session, and the newest sign-in on the web takes it from the app, though a registration needs both.',
  severity: 'high',
  evidence: 'derived from the document, sentences S7 and S8',
  breaks: ['LOG-06', 'LOG-07'],
  seams: () => ({
    pages: (context) => (request, response, next) => {
      const redirect = response.redirect.bind(response) as (status: number, url: string) => void;
      response.redirect = ((status: number, url: string) => {
        if (request.path === ADDRESSES.signIn && request.method === 'POST') {
          context.phoneSessions.removeAllOf(String(request.body.username));
        }
        redirect(status, url);
      }) as typeof response.redirect;
      next();
    },
  }),
  async isActive(probe) {
    const account = await probe.newAccount();
    const phone = probe.phone();
    await phone.signIn(account);
    await probe.web().signIn(account);
    return (await phone.call('GET', '/phone/v1/session')).status === 401;
  },
};
