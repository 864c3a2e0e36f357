import { WINDOW_STEPS, withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

const AFTER_2038_MS = Date.UTC(2038, 0, 20);
const accepted = withinWindow(WINDOW_STEPS);

export const fault: ServerFault = {
  id: 'F-072',
  title: 'Seconds of 32 bits',
  behaviour: 'The server keeps Unix time in 32 bits with a sign: from 2038-01-19 on no code is right.',
  severity: 'high',
  evidence: 'RFC 6238 section 4.2',
  breaks: ['OTP-12'],
  seams: () => ({
    policy: {
      matchingSteps: (secret, code, nowMs) => accepted(secret, code, (Math.floor(nowMs / 1000) | 0) * 1000),
    },
  }),
  async isActive(probe) {
    probe.clock.set(AFTER_2038_MS);
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
