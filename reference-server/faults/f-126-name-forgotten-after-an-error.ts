import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

/** Longer than any name may be. */
const LONG_NAME = 'n'.repeat(100);

export const fault: ServerFault = {
  id: 'F-126',
  title: 'The name is forgotten after an error',
  behaviour: 'When a device name is refused its field comes back empty, and all of it has to be typed again.',
  severity: 'low',
  evidence: 'WCAG 2.2, 3.3.7',
  breaks: ['ACC-06'],
  seams: () => ({
    portal: () => rewriteHtml((html) => html.replace(/(<input id="device-name"[^>]* value=)"[^"]*"/, '$1""')),
  }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    const response = await web.submit(REGISTER, { 'device-name': LONG_NAME });
    return response.status >= 400 && !(await response.text()).includes(LONG_NAME);
  },
};
