import { WITHOUT_A_LIMIT } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-103',
  title: 'No limit on wrong codes',
  behaviour: 'Codes may be guessed without end, at the registration and at the sign-in.',
  severity: 'critical',
  evidence:
    'CVE-2024-0227; CVE-2026-56450; wg-easy/wg-easy#2775; kanboard/kanboard#5859; artifact-keeper/artifact-keeper#1820; ' +
    'DefGuard/defguard#1523; jazzband/django-two-factor-auth#98',
  breaks: ['ABU-01'],
  companions: WITHOUT_A_LIMIT,
  seams: () => ({ policy: { maxWrongCodes: Number.POSITIVE_INFINITY } }),
  isActive: (probe) => probe.survivesGuesses(101),
};
