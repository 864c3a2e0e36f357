import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-080',
  title: 'Spaces make a code wrong',
  behaviour: 'A code that is pasted as "123 456" is refused, though phones show it like that.',
  severity: 'medium',
  evidence:
    'devise-two-factor/devise-two-factor#195; scheb/two-factor-bundle#155; laravel/fortify#196; ' +
    'home-assistant/frontend#28396; goauthentik/authentik#16142',
  breaks: ['OTP-06', 'ACC-04'],
  needsBrowser: true,
  seams: () => ({
    policy: { readCode: (input) => (typeof input === 'string' && /^[0-9]{6}$/.test(input) ? input : undefined) },
  }),
  async isActive(probe) {
    const started = await probe.started();
    const code = probe.codeOf(started.secret);
    return !(await probe.submits(started, `${code.slice(0, 3)} ${code.slice(3)}`));
  },
};
