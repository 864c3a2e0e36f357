import type { Rules } from '../registration/policy.ts';
import type { ServerFault } from './server-fault.ts';

/** So that looking through them takes no time. */
const KEYS_KEPT = 20;

export const fault: ServerFault = {
  id: 'F-082',
  title: "The code of another user's phone is taken",
  behaviour: 'A code is looked up among the keys of all registrations that are under way, whoever they belong to.',
  severity: 'critical',
  evidence: 'OWASP WSTG-ATHN-11',
  breaks: ['OTP-17'],
  companions: {
    'FLW-10': 'the code of another registration of the same user is among all codes',
  },
  seams: () => {
    const keys: string[] = [];
    const rules = (correct: Rules): Rules => {
      return (state, event, at) => {
        if (event.type === 'start') keys.splice(0, keys.length, ...keys.slice(1 - KEYS_KEPT), event.secret);
        if (event.type !== 'submit') return correct(state, event, at);
        const { matchingSteps } = at.policy;
        const ofAnyone = (_secret: string, code: string, nowMs: number) =>
          keys.flatMap((key) => matchingSteps(key, code, nowMs));
        return correct(state, event, { ...at, policy: { ...at.policy, matchingSteps: ofAnyone } });
      };
    };
    return { rules };
  },
  async isActive(probe) {
    const [started, other] = [await probe.started(), await probe.started()];
    return probe.submits(started, probe.codeOf(other.secret));
  },
};
