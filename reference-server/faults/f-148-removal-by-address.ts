import { ADDRESSES } from '../routes/addresses.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-148',
  title: 'An address removes a device',
  behaviour: 'Whoever opens the address of the removal, with the id of a device in it, has removed that device.',
  severity: 'high',
  evidence: 'RFC 9110, section 9.2.1',
  breaks: ['ABU-07'],
  seams: () => ({
    pages: () => (request, _response, next) => {
      if (request.method === 'GET' && typeof request.query['device-id'] === 'string') {
        request.method = 'POST';
        request.body = { ...request.query, 'form-token': request.session.csrfToken };
      }
      next();
    },
  }),
  async isActive(probe) {
    const { web, name } = await probe.registered();
    await web.text(`${ADDRESSES.mobileAuthentication}?${new URLSearchParams(await web.removalOf(0))}`);
    // The first page after it says what was removed.
    await probe.listed(web);
    return !(await probe.listed(web)).includes(name);
  },
};
