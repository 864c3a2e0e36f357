import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-111',
  title: 'A session keeps its id',
  behaviour:
    'Signing in and showing a code leave the session id as it was: whoever planted or saw it before is in too.',
  severity: 'high',
  evidence: 'authelia/authelia#670; CentauriSolutions/EyeDP#389',
  breaks: ['ABU-08'],
  seams: () => ({
    pages: () => (request, _response, next) => {
      const value = (done: (error?: unknown) => void) => done();
      Object.defineProperty(request.session, 'regenerate', { value, enumerable: false });
      next();
    },
  }),
  async isActive(probe) {
    const account = await probe.newAccount();
    const web = probe.web();
    await web.text('/sign-in');
    const before = web.cookie;
    await web.signIn(account);
    return before !== '' && web.cookie === before;
  },
};
