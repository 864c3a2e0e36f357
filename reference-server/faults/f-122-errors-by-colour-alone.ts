import { because } from './companions.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

const ERROR = /<p class="error" id="field-error"[^>]*>[^<]*<\/p>/;

export const fault: ServerFault = {
  id: 'F-122',
  title: 'Errors are shown by colour alone',
  behaviour: 'A field whose content is refused gets a red border, and no word says what is wrong.',
  severity: 'low',
  evidence: 'WCAG 2.2, 1.4.1 and 3.3.1',
  breaks: ['ACC-03'],
  companions: {
    ...because('It asks for a message in words.', ['NAV-05', 'NAV-09', 'NAV-10', 'FLW-03']),
    'ABU-05': 'That there were too many tries, and for how long, is told in such a message.',
    'ACC-08': "The phone's clock is mentioned in such a message.",
  },
  seams: () => ({
    portal: () => rewriteHtml((html) => html.replace(ERROR, '').replace('<title>Error: ', '<title>')),
  }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    const page = await (await web.submit(REGISTER, { 'device-name': '' })).text();
    return page.includes('aria-invalid="true"') && !ERROR.test(page);
  },
};
