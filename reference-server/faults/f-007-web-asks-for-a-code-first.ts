import { ADDRESSES } from '../routes/addresses.ts';
import { askForProof } from '../routes/device-name-pages.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-007',
  title: 'The web asks for a code that nobody can have yet',
  behaviour:
    'The second factor was made mandatory on the web as well: the profile asks for the code of a device, which a user ' +
    'without one could only register there.',
  severity: 'high',
  evidence: 'derived from the document, sentences S8 and S12',
  breaks: ['LOG-08'],
  companions: {
    'NAV-01': 'the documented way ends at the question for a code',
  },
  seams: () => ({
    pages: (context) => (request, response, next) => {
      const { username } = request.session;
      const isProfile = username !== undefined && request.path.startsWith(ADDRESSES.userProfile);
      const isWithoutDevice = isProfile && context.accounts.state(username).devices.length === 0;
      if (isWithoutDevice && request.method === 'GET') askForProof(request, response);
      else next();
    },
  }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return !(await web.text(REGISTER)).includes('name="device-name"');
  },
};
