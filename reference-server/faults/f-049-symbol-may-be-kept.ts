import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-049',
  title: 'The page with the QR code may be kept',
  behaviour: 'The pages with key and QR code may be kept by browsers, which show them again after signing out.',
  severity: 'medium',
  evidence: 'OWASP WSTG-ATHN-06; OWASP ASVS 5.0 14.3.2',
  breaks: ['ABU-11'],
  seams: () => ({
    pages: () => (request, response, next) => {
      if (request.path.startsWith(`${REGISTER}/`)) response.set('Cache-Control', 'private, max-age=300');
      next();
    },
  }),
  async isActive(probe) {
    const { web, address } = await probe.started();
    return (await web.request(address)).headers.get('cache-control') !== 'no-store';
  },
};
