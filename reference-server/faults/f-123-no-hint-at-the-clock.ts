import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const WRONG_CODE = /This code is not right\.[^<]*/;

export const fault: ServerFault = {
  id: 'F-123',
  title: 'A wrong code is "invalid", and that is all',
  behaviour: 'However often a code is wrong, the message says no more than "Invalid code", and nothing of the clock.',
  severity: 'low',
  evidence: 'opf/openproject#11978; catalyst/moodle-tool_mfa#163',
  breaks: ['ACC-08'],
  seams: () => ({ portal: () => rewriteHtml((html) => html.replace(WRONG_CODE, 'Invalid code.')) }),
  async isActive(probe) {
    const { web, address, secret } = await probe.started();
    const page = await (await web.submit(address, { code: probe.codeOf(secret, 100) })).text();
    return page.includes('Invalid code.');
  },
};
