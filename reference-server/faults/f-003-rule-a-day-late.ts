import { nextStep } from '../registration/next-step.ts';
import type { ServerFault } from './server-fault.ts';

const DAY_MS = 24 * 60 * 60_000;

export const fault: ServerFault = {
  id: 'F-003',
  title: 'The rule begins a day late',
  behaviour: '"From 5 March" was written as "after 5 March", so on the first day of the rule a password is enough.',
  severity: 'high',
  evidence: 'derived from the document, sentence S1; a date as cut-over as in MahoCommerce/maho#1324',
  breaks: ['LOG-02'],
  companions: {
    'LOG-01': 'it is asked at noon of 5 March 2024, on the day that is left out',
  },
  seams: () => ({
    policy: {
      nextStep: (situation) =>
        nextStep({ ...situation, enforcementInstantMs: situation.enforcementInstantMs + DAY_MS }),
    },
  }),
  async isActive(probe) {
    probe.clock.set(Date.UTC(2024, 2, 5, 12));
    const phone = probe.phone();
    await phone.signIn(await probe.newAccount());
    return phone.reads();
  },
};
