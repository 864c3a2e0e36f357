import type { Rules } from '../registration/policy.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

const COLUMN_LENGTH = 32;
const ACCENTS = /\p{M}/gu;

export const fault: ServerFault = {
  id: 'F-025',
  title: 'Names are tidied up and cut',
  behaviour:
    'A device name loses accents and spaces that seem too many, and what its column has no room for, without a word.',
  severity: 'medium',
  evidence: 'derived from the document, sentences S14 and S17',
  breaks: ['NAV-07', 'NAV-10', 'MAN-05'],
  companions: {
    ...because('the name in the QR code is another than was given: without its accents, or cut', ['QRC-07', 'ABU-10']),
  },
  seams: () => ({ rules: withTidyNames }),
  async isActive(probe) {
    const { web } = await probe.registered(' Büro,  '.padEnd(40, 'x'));
    return (await probe.listed(web)).includes(`<bdi>${'Buro, '.padEnd(COLUMN_LENGTH, 'x')}</bdi>`);
  },
};

function withTidyNames(rules: Rules): Rules {
  return (state, event, at) => {
    const isNamed = event.type === 'start' || event.type === 'pair';
    return rules(state, isNamed ? { ...event, deviceName: tidy(event.deviceName) } : event, at);
  };
}

function tidy(name: string): string {
  const letters = name.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return letters.trim().replace(/\s+/g, ' ').slice(0, COLUMN_LENGTH);
}
