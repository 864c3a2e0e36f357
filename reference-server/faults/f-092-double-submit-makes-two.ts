import { upon } from './account-changes.ts';
import { registeredAgain } from './registered-again.ts';
import type { ServerFault } from './server-fault.ts';
import { staleReads } from './stale-reads.ts';

export const fault: ServerFault = {
  id: 'F-092',
  title: 'Submit pressed twice makes two devices',
  behaviour:
    'Nothing says that a registration makes one device: the same Submit once more puts another one on the list.',
  severity: 'medium',
  evidence: 'supertokens/supertokens-core#564',
  breaks: ['FLW-07'],
  companions: { 'OTP-15': 'one code sent many times at once is the same Submit, many times' },
  // Slow enough for the second click to come before the first is answered: the answer gives the session another id.
  seams: () => staleReads((_stale, rules) => registeringTwice(rules)),
  async isActive(probe) {
    const { web, address, name, code } = await probe.registered('Doubled');
    const body = new URLSearchParams({ ...(await web.removalOf(0)), code });
    await web.request(address, { method: 'POST', body });
    return (await probe.listed(web)).split(`<bdi>${name}</bdi>`).length > 2;
  },
};

const registeringTwice = upon('submit', ({ state, event, at }, rules) => {
  const finished = state.registrations.find(({ id, confirmation }) => id === event.registrationId && confirmation);
  const isRepeated =
    finished?.confirmation && at.policy.isCodeOfStep(finished.secret, event.code, finished.confirmation.step);
  return isRepeated ? registeredAgain({ state, event, at }, rules) : rules(state, event, at);
});
