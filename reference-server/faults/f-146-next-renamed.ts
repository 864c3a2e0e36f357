import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

const BUTTON = '<button type="submit">Next</button>';
const RENAMED = '<button type="submit">Proceed</button>';

export const fault: ServerFault = {
  id: 'F-146',
  title: 'Next has another name',
  behaviour: 'What the document calls "Next" is called "Proceed" on the page, so nobody finds it by its name.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S15',
  breaks: ['NAV-06'],
  seams: () => ({ pages: () => rewriteHtml((html) => html.replace(BUTTON, RENAMED)) }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return (await web.text(REGISTER)).includes(RENAMED);
  },
};
