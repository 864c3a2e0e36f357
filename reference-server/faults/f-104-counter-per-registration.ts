import { countedBy } from './counting.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-104',
  title: 'Each registration brings new guesses',
  behaviour: 'Wrong codes are counted for each registration by itself: whoever starts another one may guess on.',
  severity: 'high',
  evidence:
    'azerothcore/acore-cms#211; greenpau/caddy-security#271; eugenioenko/autentico#360; keycloak/keycloak#26177',
  breaks: ['ABU-02'],
  seams: () => ({ rules: countedBy((event) => (event.type === 'submit' ? event.registrationId : undefined)) }),
  async isActive(probe) {
    const { web, address, secret } = await probe.started();
    for (let tries = 0; tries < 10; tries += 1) await web.submit(address, { code: probe.codeOf(secret, 1000) });
    const name = 'Second try';
    const second = await web.startRegistration(name);
    return probe.submits({ web, name, ...second }, probe.codeOf(second.secret));
  },
};
