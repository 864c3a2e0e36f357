import { MAX_NAME_LENGTH, namesUpTo } from '../registration/device-name.ts';
import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-027',
  title: 'Two devices of one name break the account',
  behaviour: 'A name is taken twice without a word, and from then on each code of the account ends in an error.',
  severity: 'medium',
  evidence: 'gravitational/teleport#5560',
  breaks: ['NAV-09'],
  seams: () => ({
    policy: {
      nameProblem: (name) => namesUpTo(MAX_NAME_LENGTH)(name, []),
    },
    rules: upon('prove', ({ state, event, at }, rules) => {
      const names = state.devices.map(({ name }) => name);
      if (new Set(names).size < names.length) throw new Error('wanted one device of a name, found more');
      return rules(state, event, at);
    }),
  }),
  async isActive(probe) {
    const first = await probe.registered();
    const second = await first.web.startRegistration(first.name).catch(() => undefined);
    if (!second) return false;
    await first.web.submit(second.address, { code: probe.codeOf(second.secret) });
    probe.pass(2);
    const phone = probe.phone();
    await phone.signIn(first.account);
    const { status } = await phone.call('POST', '/phone/v1/session/one-time-code', {
      code: probe.codeOf(first.secret),
    });
    return status === 500;
  },
};
