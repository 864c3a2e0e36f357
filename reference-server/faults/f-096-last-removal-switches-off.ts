import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-096',
  title: 'Removing the last device switches the second factor off',
  behaviour: 'Who has removed the only device signs in to the app with the password alone from then on.',
  severity: 'high',
  evidence: 'gravitational/teleport#5803; goauthentik/authentik#16209',
  breaks: ['AFT-06'],
  seams: () => ({
    context: ({ accounts, audit, phoneSessions }) => {
      const create = phoneSessions.create.bind(phoneSessions);
      phoneSessions.create = (username, nowMs) => {
        const made = create(username, nowMs);
        const hadDevices = audit.entriesOf(username).some(({ event }) => event === 'device-removed');
        const isSwitchedOff = hadDevices && accounts.state(username).devices.length === 0;
        if (isSwitchedOff) made.session.provenAtMs = nowMs;
        return made;
      };
      return {};
    },
  }),
  async isActive(probe) {
    const { account, web } = await probe.registered();
    await web.remove(await web.removalOf(0));
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.reads();
  },
};
