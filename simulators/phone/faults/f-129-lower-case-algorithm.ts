import type { PhoneFault } from './phone-fault.ts';
import { SHA256_URI } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-129',
  title: 'An algorithm in small letters is not known',
  behaviour: 'The app knows "SHA256" but not "sha256", and falls back to SHA1 without a word.',
  severity: 'medium',
  evidence: 'privacyidea/pi-authenticator#415; Authenticator-Extension/Authenticator#1089',
  breaks: ['APP-05'],
  apply: ({ app: { crafts } }) => {
    const { readSymbol } = crafts;
    crafts.readSymbol = (text) => readSymbol(text.replace(/([?&]algorithm=)sha\d+/, '$1SHA1'));
  },
  async isActive(probe) {
    await probe.scan(SHA256_URI.replace('SHA256', 'sha256'));
    return (await probe.codeAt(59)) !== '119246';
  },
};
