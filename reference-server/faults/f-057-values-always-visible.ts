import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-057',
  title: 'The key is always there to be read',
  behaviour: 'The key is printed below the QR code without being asked for, and is still there after Submit.',
  severity: 'medium',
  evidence: 'OWASP ASVS 5.0.0, 14.2.6',
  breaks: ['MAN-06'],
  companions: {
    'AFT-07': 'the page of a finished registration still has the key',
    'ABU-12': 'the page that tells of the error, or of the success, has the key on it',
  },
  seams: () => ({
    pages: ({ accounts }) =>
      rewriteHtml((html, { req: { path, session } }) => {
        const { username } = session;
        if (username === undefined || path.endsWith('/values')) return html;
        const shown = accounts.state(username).registrations.find(({ id }) => path.endsWith(id));
        return shown ? html.replace('</main>', `<p>Key: ${shown.secret}</p></main>`) : html;
      }),
  }),
  async isActive(probe) {
    const { web, address, secret } = await probe.registered();
    return (await web.text(address)).includes(secret);
  },
};
