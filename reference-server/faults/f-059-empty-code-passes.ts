import { readCode, WINDOW_STEPS, withinWindow } from '../registration/one-time-code.ts';
import { stepAt } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-059',
  title: 'An empty field passes for a code',
  behaviour: 'An empty code is compared as far as it goes, finds nothing that differs, and is taken for the right one.',
  severity: 'critical',
  evidence: 'mdp/rotp#32; LeanerCloud/CUDly#1018; speakeasyjs/speakeasy#75; coldbox-modules/totp#3',
  breaks: ['OTP-05'],
  seams: () => ({
    policy: {
      readCode: (input) => (input === '' ? '' : readCode(input)),
      matchingSteps: (secret, code, nowMs) =>
        code === '' ? [stepAt(nowMs)] : withinWindow(WINDOW_STEPS)(secret, code, nowMs),
    },
  }),
  async isActive(probe) {
    return probe.submits(await probe.started(), '');
  },
};
