import { codeOfStep, stepAt } from './code-computation.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const WORDS = 'This code is not right.';

export const fault: ServerFault = {
  id: 'F-084',
  title: 'The message of the error has the right code',
  behaviour: 'Whoever submits a wrong code is told which one was expected.',
  severity: 'high',
  evidence: 'logto-io/logto#9109; OWASP Multifactor Authentication Cheat Sheet',
  breaks: ['OTP-18', 'ABU-12'],
  seams: () => ({
    pages: ({ accounts, clock }) =>
      rewriteHtml((html, { req: { path, session } }) => {
        if (!html.includes(WORDS) || session.username === undefined) return html;
        const pending = accounts.state(session.username).registrations.find(({ id }) => path.includes(id));
        const expected = pending && codeOfStep(pending.secret, stepAt(clock.now()));
        return expected ? html.replace(WORDS, `${WORDS} Expected ${expected}.`) : html;
      }),
  }),
  async isActive(probe) {
    const { web, address, secret } = await probe.started();
    const response = await web.submit(address, { code: probe.codeOf(secret, 1000) });
    return (await response.text()).includes(probe.codeOf(secret));
  },
};
