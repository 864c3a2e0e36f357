import { createHash } from 'node:crypto';
import { encodeBase32 } from '../../protocol/base32.ts';
import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { withRegistration } from '../registration/account-state.ts';
import { upon } from './account-changes.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-047',
  title: 'A typo swaps the key',
  behaviour:
    'A wrong code has the server make another key, while the page goes on showing the QR code that the phone has scanned.',
  severity: 'high',
  evidence: 'brave-intl/publishers#2091; pallets-eco/flask-security#160',
  breaks: ['QRC-13', 'FLW-03'],
  companions: {
    ...because(
      'it submits a wrong code first, and then the right one of the key that the phone has, which counts no more',
      ['OTP-11', 'OTP-16', 'FLW-10', 'ABU-01', 'ABU-04', 'ACC-03'],
    ),
  },
  seams: () => {
    const shown = new Map<string, string>();
    return {
      rules: upon('submit', ({ state, event, at }, rules) => {
        const transition = rules(state, event, at);
        const registration = state.registrations.find(({ id }) => id === event.registrationId);
        if (transition.problem?.code !== 'wrong-code' || !registration) return transition;
        const secret = encodeBase32(createHash('sha1').update(registration.secret).digest());
        shown.set(secret, shown.get(registration.secret) ?? registration.secret);
        return { ...transition, state: withRegistration(transition.state, { ...registration, secret }) };
      }),
      context: () => ({
        writeKeyUri: (uri) => formatOtpauthUri({ ...uri, secret: shown.get(uri.secret) ?? uri.secret }),
      }),
    };
  },
  async isActive(probe) {
    const started = await probe.started();
    await probe.submits(started, probe.codeOf(started.secret, 1000));
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
