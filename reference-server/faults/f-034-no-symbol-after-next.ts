import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-034',
  title: 'No QR code after Next',
  behaviour:
    'Next leads straight to the field for the code: the QR code that the phone has to scan is not on the page.',
  severity: 'high',
  evidence: 'derived from the document, sentences S15 and S16',
  breaks: ['NAV-06'],
  companions: {
    'NAV-10': 'a name counts as taken when a QR code follows it, and none does',
  },
  seams: () => ({ pages: () => rewriteHtml((html) => html.replace(/<img class="symbol"[^>]*>/, '')) }),
  async isActive(probe) {
    const { web, address } = await probe.started();
    const page = await web.text(address);
    return page.includes('name="code"') && !page.includes('<img');
  },
};
