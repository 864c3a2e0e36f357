import { findPhoneSession } from '../routes/phone-request.ts';
import { decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-151',
  title: 'A session outlasts the day',
  behaviour:
    'The rule is looked at when somebody signs in: who was in the app when it began stays in, with a password.',
  severity: 'high',
  evidence: 'derived from the document, sentence S1',
  breaks: ['LOG-02'],
  seams: () =>
    decidingByCall((right, { context, request }) => {
      const session = findPhoneSession(context, request);
      const isOlder = session !== undefined && session.signedInAtMs < context.enforcementInstantMs;
      return right === 'verify-device' && isOlder ? 'nothing' : right;
    }),
  async isActive(probe) {
    const beginMs = Date.UTC(2024, 2, 5);
    probe.clock.set(beginMs - 60_000);
    const phone = probe.phone();
    await phone.signIn(await probe.newAccount());
    probe.clock.set(beginMs);
    return phone.reads();
  },
};
