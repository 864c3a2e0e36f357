import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-108',
  title: 'The count of wrong codes is not saved',
  behaviour: 'A limit is written down and each wrong code is counted, but the count is gone with the request.',
  severity: 'medium',
  evidence: 'CVE-2026-27801 (GHSA-v6pg-v89r-w8wr)',
  breaks: ['ABU-01'],
  companions: {
    'ABU-02': 'where nothing is counted, guesses are not counted together either',
    'ABU-03': 'nor are those that come at the same moment',
    'ABU-05': 'there is no lock that could say how long to wait',
    'ABU-06': 'guesses from one address or from many: no number of them is too many',
    'AFT-10': 'there is no lock that the audit feed could tell of',
  },
  seams: () => ({
    rules: (rules) => (state, event, at) => {
      const transition = rules(state, event, at);
      return { ...transition, state: { ...transition.state, wrongCodes: state.wrongCodes } };
    },
  }),
  isActive: (probe) => probe.survivesGuesses(101),
};
