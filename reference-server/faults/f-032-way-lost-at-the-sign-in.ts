import { ADDRESSES } from '../routes/addresses.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-032',
  title: 'The sign-in forgets where one wanted to go',
  behaviour: 'Whoever opens the address of the registration form and signs in there finds the home page instead.',
  severity: 'low',
  evidence: 'derived from the document, sentence S12',
  breaks: ['NAV-02'],
  seams: () => ({
    pages: () => (request, _response, next) => {
      if (request.path === ADDRESSES.signIn && request.body) request.body['return-to'] = ADDRESSES.home;
      next();
    },
  }),
  async isActive(probe) {
    const web = probe.web();
    const signIn = (await web.request(REGISTER)).headers.get('location') ?? '';
    return (await web.signIn(await probe.newAccount(), signIn)).headers.get('location') === ADDRESSES.home;
  },
};
