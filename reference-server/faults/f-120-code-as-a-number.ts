import type { RequestHandler } from 'express';
import { readCode } from '../registration/one-time-code.ts';
import { because } from './companions.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-120',
  title: 'The code is a number',
  behaviour: 'The field for the code is one for numbers, so "012345" is sent as 12345, and wheel and arrows change it.',
  severity: 'medium',
  evidence: 'derived from RFC 4226 section 5.3 and WCAG 2.2, 3.3.8',
  breaks: ['ACC-04', 'OTP-03'],
  companions: {
    ...because('At one of ten moments the right code is one that begins with a zero.', [
      'ACC-06',
      'FLW-08',
      'OTP-11',
      'OTP-12',
    ]),
    'OTP-04': 'a code with a zero before it is sent as the code alone',
  },
  seams: () => ({
    portal: () => rewriteHtml((html) => html.replace(/(<input class="code"[^>]* type=)"text"/, '$1"number"')),
    pages: () => asNumber,
    policy: { readCode: (input) => (isShort(input) ? input : readCode(input)) },
  }),
  async isActive(probe) {
    const started = await probe.startedWithZero();
    const isNumber = (await started.web.text(started.address)).includes('type="number"');
    return isNumber && !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};

/** What the page's own code makes of the field, done here, so that it is done without a browser too. */
const asNumber: RequestHandler = (request, _response, next) => {
  const code: unknown = request.body?.code;
  if (typeof code === 'string' && /^[0-9]+$/.test(code)) request.body.code = String(Number(code));
  next();
};

/** What has lost its zeros is a code all the same, and a wrong one, which counts as a try. */
function isShort(input: unknown): input is string {
  return typeof input === 'string' && /^[0-9]{1,5}$/.test(input);
}
