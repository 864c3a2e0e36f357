import { MAX_NAME_LENGTH, namesUpTo } from '../registration/device-name.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-026',
  title: 'A device without a name',
  behaviour: 'Nobody looks whether a name was given, so spaces, or nothing at all, become the name of a device.',
  severity: 'low',
  evidence: 'derived from the document, sentence S14; keycloak/keycloak#38657',
  breaks: ['NAV-05'],
  seams: () => ({
    policy: {
      nameProblem(name, devices) {
        const problem = namesUpTo(MAX_NAME_LENGTH)(name, devices);
        return problem?.code === 'name-empty' ? undefined : problem;
      },
    },
  }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return (await web.submit(REGISTER, { 'device-name': '   ' })).status === 303;
  },
};
