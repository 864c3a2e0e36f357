import { rewriteHeader } from './headers.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-110',
  title: 'Another site can press the buttons',
  behaviour:
    'Forms are taken without the token of the session, and the cookie goes along with requests of other sites.',
  severity: 'high',
  evidence: 'CVE-2018-0785; CentauriSolutions/EyeDP#232; pallets-eco/flask-security#418',
  breaks: ['ABU-07'],
  companions: {
    'ABU-13': 'the cookie that goes along with requests of other sites is one without SameSite=Lax',
    'FLW-08': 'a form without its token is among those in which there is nothing to confirm',
  },
  seams: () => ({
    // Secure, or browsers take no such cookie at all; on loopback they take it without TLS.
    portal: () => rewriteHeader('Set-Cookie', (cookie) => cookie.replace('SameSite=Lax', 'SameSite=None; Secure')),
    pages: () => (request, _response, next) => {
      const { csrfToken } = request.session;
      if (csrfToken !== undefined && request.body) request.body['form-token'] = csrfToken;
      next();
    },
  }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    await web.text(REGISTER);
    const body = new URLSearchParams({ 'device-name': 'Phone of a stranger' });
    return (await web.request(REGISTER, { method: 'POST', body })).status === 303;
  },
};
