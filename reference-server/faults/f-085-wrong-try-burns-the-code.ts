import { problems } from '../problems.ts';
import type { Rules } from '../registration/policy.ts';
import { refuse } from '../registration/transition.ts';
import { stepAt } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-085',
  title: 'A wrong code uses up the right one',
  behaviour: 'Any try marks the present step as used, so after a slip the right code is refused until the next step.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S18',
  breaks: ['OTP-16'],
  companions: {
    'QRC-13': 'it submits a wrong code first, and the right one at once',
    'FLW-03': 'it submits a wrong code first, and the right one at once',
    'OTP-11': 'the code of another zone is tried first, in the same step',
    'FLW-10': 'the code of the other registration is tried first, in the same step',
    'AFT-05': 'the code of the removed device is tried first, in the same step',
    'AFT-10': 'further wrong codes of the step are not counted, so there is no lock to tell of',
    'ABU-01': 'the right code comes in the step of the last wrong one',
    'ABU-04': 'the right code comes in the step of the last mistake',
    'ABU-05': 'further wrong codes of the step are not counted, so there is no lock',
  },
  seams: () => {
    const burnt = new Set<string>();
    const rules = (correct: Rules): Rules => {
      return (state, event, at) => {
        if (!('code' in event)) return correct(state, event, at);
        const key = event.type === 'submit' ? event.registrationId : state.devices[0]?.id;
        const step = `${key} ${stepAt(at.nowMs)}`;
        if (burnt.has(step)) return refuse(state, problems.codeUsed());
        const transition = correct(state, event, at);
        if (transition.problem?.code === 'wrong-code') burnt.add(step);
        return transition;
      };
    };
    return { rules };
  },
  async isActive(probe) {
    const started = await probe.started();
    await probe.submits(started, probe.codeOf(started.secret, 1000));
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
