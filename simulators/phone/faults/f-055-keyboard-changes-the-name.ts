import type { PhoneFault } from './phone-fault.ts';
import { KEY } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-055',
  title: 'The keyboard changes the name',
  behaviour: 'The field for the device name begins every name with a capital letter, whatever was typed.',
  severity: 'low',
  evidence: 'derived from the document, sentence S17',
  breaks: ['APP-11', 'MAN-05'],
  companions: { 'MAN-04': 'Typed values lead to a device only where they are sent as they were typed.' },
  apply: ({ app: { crafts } }) => {
    const { entryOf } = crafts;
    crafts.entryOf = (uri) => entryOf({ ...uri, deviceName: capitalised(uri.deviceName ?? '') });
  },
  async isActive(probe) {
    await probe.type({ deviceName: 'my Phone', key: KEY });
    return probe.server.pairings.at(-1)?.deviceName !== 'my Phone';
  },
};

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
