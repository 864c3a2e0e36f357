import type { Rules } from '../registration/policy.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-024',
  title: 'Names are kept in small letters',
  behaviour: 'The device name is folded to small letters wherever it is stored or compared, as if case said nothing.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S17; names in keycloak/keycloak#38657',
  breaks: ['NAV-07', 'NAV-08', 'MAN-05'],
  companions: {
    ...because('a name with a capital letter is not listed as it was given', ['NAV-10', 'AFT-02', 'ABU-10']),
    'MAN-02': 'among the values to type it is in small letters too',
  },
  seams: () => ({ rules: inSmallLetters }),
  async isActive(probe) {
    const { web } = await probe.registered('Work Phone');
    return (await probe.listed(web)).includes('<bdi>work phone</bdi>');
  },
};

function inSmallLetters(rules: Rules): Rules {
  return (state, event, at) => {
    const isNamed = event.type === 'start' || event.type === 'pair';
    return rules(state, isNamed ? { ...event, deviceName: event.deviceName.toLowerCase() } : event, at);
  };
}
