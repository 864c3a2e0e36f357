import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-031',
  title: 'A step of the way has another name',
  behaviour:
    'What the document calls "Access controls" is called "Security" on the pages, so the way cannot be followed.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S12',
  breaks: ['NAV-01'],
  companions: {
    'LOG-08': 'the way that the document names is followed to the form, and ends early',
  },
  seams: () => ({ pages: () => rewriteHtml((html) => html.replaceAll('Access controls', 'Security')) }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return !(await web.text('/user-profile')).includes('Access controls') && (await web.request(REGISTER)).ok;
  },
};
