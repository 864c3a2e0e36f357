import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-097',
  title: 'The password alone removes a device',
  behaviour: 'A session that was left open, or a stolen password, is enough to remove the second factor.',
  severity: 'high',
  evidence:
    'keycloak/keycloak#16442; goauthentik/authentik#6798; valohai/django-allauth-2fa#30; DMOJ/online-judge#1691',
  breaks: ['AFT-08'],
  seams: () => ({
    rules: upon('remove', ({ state, event, at }, rules) => rules(state, { ...event, factorProven: true }, at)),
  }),
  async isActive(probe) {
    const { account, name } = await probe.registered();
    const stranger = probe.web();
    await stranger.signIn(account);
    await stranger.remove(await stranger.removalOf(0));
    // The first look at the list still says what was removed.
    await probe.listed(stranger);
    return !(await probe.listed(stranger)).includes(name);
  },
};
