import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const LINK = '>Not able to scan the QR code?</a>';

export const fault: ServerFault = {
  id: 'F-052',
  title: 'The link for manual entry is called something else',
  behaviour: 'Beside the QR code there is a link "Trouble?" in place of "Not able to scan the QR code?".',
  severity: 'medium',
  evidence: 'derived from the document, sentence S17',
  breaks: ['MAN-01'],
  seams: () => ({ pages: () => rewriteHtml((html) => html.replace(LINK, '>Trouble?</a>')) }),
  async isActive(probe) {
    const { web, address } = await probe.started();
    return !(await web.text(address)).includes(LINK);
  },
};
