import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-083',
  title: 'The code of another registration is taken',
  behaviour: 'The code of any registration of the user finishes any other, whatever its name and key.',
  severity: 'high',
  evidence: 'derived from RFC 6238 section 3, R5; concurrent starts are discussed in better-auth/better-auth#10310',
  breaks: ['OTP-17', 'FLW-10'],
  seams: () => ({
    rules: upon('submit', ({ state, event, at }, rules) => {
      const { matchingSteps } = at.policy;
      const ofAny = (_secret: string, code: string, nowMs: number) =>
        state.registrations.flatMap(({ secret }) => matchingSteps(secret, code, nowMs));
      return rules(state, event, { ...at, policy: { ...at.policy, matchingSteps: ofAny } });
    }),
  }),
  async isActive(probe) {
    const started = await probe.started();
    const other = await started.web.startRegistration('Other phone');
    return probe.submits(started, probe.codeOf(other.secret));
  },
};
