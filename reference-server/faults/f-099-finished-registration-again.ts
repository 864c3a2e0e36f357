import { upon } from './account-changes.ts';
import { registeredAgain } from './registered-again.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-099',
  title: 'A finished registration can be finished once more',
  behaviour: 'Submit does not look at what came before: sent to a finished registration, a fresh code adds a device.',
  severity: 'high',
  evidence: 'OWASP ASVS 5.0.0, 2.3.1',
  breaks: ['FLW-08'],
  seams: () => ({
    rules: upon('submit', ({ state, event, at }, rules) => {
      const finished = state.registrations.find(({ id, confirmation }) => id === event.registrationId && confirmation);
      if (!finished?.confirmation) return rules(state, event, at);
      const isRepeated = at.policy.isCodeOfStep(finished.secret, event.code, finished.confirmation.step);
      return isRepeated ? rules(state, event, at) : registeredAgain({ state, event, at }, rules);
    }),
  }),
  async isActive(probe) {
    const { web, address, name, secret } = await probe.registered('Doubled');
    probe.pass(3);
    const body = new URLSearchParams({ ...(await web.removalOf(0)), code: probe.codeOf(secret) });
    await web.request(address, { method: 'POST', body });
    return (await probe.listed(web)).split(`<bdi>${name}</bdi>`).length > 2;
  },
};
