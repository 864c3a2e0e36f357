import { nextStep } from '../registration/next-step.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-140',
  title: 'The rule holds before its day',
  behaviour:
    'The date was left out: phones without a device are turned away long before 5 March 2024. Nobody forbids it.',
  severity: 'low',
  evidence: 'derived from the document, sentence S1',
  breaks: ['LOG-03'],
  seams: () => ({
    policy: { nextStep: (situation) => nextStep({ ...situation, enforcementInstantMs: 0 }) },
  }),
  async isActive(probe) {
    probe.clock.set(Date.UTC(2024, 0, 1));
    const phone = probe.phone();
    await phone.signIn(await probe.newAccount());
    return !(await phone.reads());
  },
};
