import { isCodeOfStep } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

const STEP_MS = 30_000;

export const fault: ServerFault = {
  id: 'F-070',
  title: 'The time step is rounded',
  behaviour:
    'The server rounds to the nearest step in place of rounding down, and takes that for the tolerance: from the middle ' +
    'of each step on it wants the code of the next one.',
  severity: 'high',
  evidence: 'derived from RFC 6238 section 4.2 and appendix B',
  breaks: ['OTP-02', 'OTP-10'],
  companions: {
    'OTP-07': 'the code of the step before is never the nearest one',
    'OTP-08': 'the code of the next step is refused in the first half of a step',
    'OTP-11': 'some of the times around the change of clocks are in the second half of a step',
    'OTP-12': 'so are some of the times beyond 2038',
  },
  seams: () => ({
    policy: {
      matchingSteps: (secret, code, nowMs) =>
        [Math.round(nowMs / STEP_MS)].filter((step) => isCodeOfStep(secret, code, step)),
    },
  }),
  async isActive(probe) {
    const started = await probe.started();
    const intoStepMs = probe.clock.now() % STEP_MS;
    probe.pass(1, 20_000 - intoStepMs);
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
