import { computing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-073a',
  title: "The app's truncation keeps the sign bit",
  behaviour: 'The app takes the truncated word as a signed number, so about every second code is negative.',
  severity: 'high',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['APP-01'],
  apply: computing({ wordAt: (hash, offset) => hash.readInt32BE(offset) }),
  async isActive(probe) {
    await probe.scan();
    return (await probe.codeAt(1_709_596_830)) !== '053531';
  },
};
