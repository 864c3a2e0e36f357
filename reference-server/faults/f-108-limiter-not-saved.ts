import { WITHOUT_A_LIMIT } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-108',
  title: 'The count of wrong codes is not saved',
  behaviour: 'A limit is written down and each wrong code is counted, but the count is gone with the request.',
  severity: 'medium',
  evidence: 'CVE-2026-27801 (GHSA-v6pg-v89r-w8wr)',
  breaks: ['ABU-01'],
  companions: WITHOUT_A_LIMIT,
  seams: () => ({
    rules: (rules) => (state, event, at) => {
      const transition = rules(state, event, at);
      return { ...transition, state: { ...transition.state, wrongCodes: state.wrongCodes } };
    },
  }),
  isActive: (probe) => probe.survivesGuesses(101),
};
