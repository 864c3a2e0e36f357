import { codeOfStep, comparing } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-041',
  title: 'A key of 80 bits',
  behaviour: 'Keys are half as long as they should be, as those in the examples of many libraries are.',
  severity: 'high',
  evidence:
    'CVE-2024-8796; yeojz/otplib#671; nhost/hasura-auth#220; FusionAuth/fusionauth-issues#3012; ' +
    'google/google-authenticator-libpam#18',
  breaks: ['QRC-03'],
  seams: () => ({
    context: ({ random }) => ({ newSecret: () => random(10) }),
    // Our library refuses such keys, and would refuse every code with them.
    policy: comparing((secret, code, step) => code === codeOfStep(secret, step)),
  }),
  async isActive(probe) {
    return (await probe.started()).secret.length === 16;
  },
};
