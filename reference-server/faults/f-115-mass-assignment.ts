import { decodeBase32 } from '../../protocol/base32.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

const SENT_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const fault: ServerFault = {
  id: 'F-115',
  title: 'The client may choose the key',
  behaviour: 'All fields of the form go into the registration: with a field "secret" the client chooses its key.',
  severity: 'high',
  evidence: 'OWASP ASVS 5.0.0, 15.3.3',
  breaks: ['ABU-16'],
  seams: () => {
    let sent: string | undefined;
    return {
      pages: () => (request, _response, next) => {
        sent = request.method === 'POST' && request.path === REGISTER ? request.body?.secret : undefined;
        next();
      },
      context: ({ newSecret }) => ({ newSecret: () => (typeof sent === 'string' ? decodeBase32(sent) : newSecret()) }),
    };
  },
  async isActive(probe) {
    const { web } = await probe.signedIn();
    const response = await web.submit(REGISTER, { 'device-name': 'Phone', secret: SENT_KEY });
    const address = response.headers.get('location') ?? '';
    return (await probe.keyUri({ web, address })).includes(SENT_KEY);
  },
};
