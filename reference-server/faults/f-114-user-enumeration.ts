import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const WORDS = 'Wrong username or password.';

export const fault: ServerFault = {
  id: 'F-114',
  title: 'The sign-in page tells who has an account',
  behaviour: 'For a name that nobody has the page says so, in other words than for a wrong password.',
  severity: 'medium',
  evidence: 'OWASP ASVS 5.0.0, 6.3.8',
  breaks: ['ABU-14'],
  seams: () => ({
    pages: ({ accounts }) =>
      rewriteHtml((html, { req }) =>
        accounts.has(req.body?.username) ? html : html.replace(WORDS, 'There is no such user.'),
      ),
  }),
  async isActive(probe) {
    const answer = await probe.web().signIn({ username: 'nobody', password: 'wrong' });
    return (await answer.text()).includes('There is no such user');
  },
};
