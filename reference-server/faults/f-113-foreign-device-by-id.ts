import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-113',
  title: "Another user's device is removed by its id",
  behaviour: 'A device is looked up by the id that the form sends, and nobody asks whose it is.',
  severity: 'critical',
  evidence: 'OWASP WSTG-ATHN-11',
  breaks: ['ABU-09'],
  seams: () => ({
    context: ({ accounts }) => {
      const owners = new Map<string, string>();
      const { apply } = accounts;
      accounts.apply = (username, event, nowMs) => {
        if (event.type === 'start') owners.set(event.registrationId, username);
        const owner = (event.type === 'remove' && owners.get(event.deviceId)) || username;
        return apply.call(accounts, owner, event, nowMs);
      };
      return {};
    },
  }),
  async isActive(probe) {
    const [victim, other] = [await probe.registered(), await probe.registered()];
    const [ids, own] = [await victim.web.removalOf(0), await other.web.removalOf(0)];
    await other.web.remove({ ...own, 'device-id': ids['device-id'] ?? '' });
    return !(await probe.listed(victim.web)).includes(victim.name);
  },
};
