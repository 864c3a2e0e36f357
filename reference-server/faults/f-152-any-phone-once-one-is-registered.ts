import { nextStep } from '../registration/next-step.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-152',
  title: 'One registered phone opens the account for all',
  behaviour: 'Whether a device is registered is asked of the account alone: once there is one, any phone has its data.',
  severity: 'critical',
  evidence: 'derived from the document, sentences S2 and S3',
  breaks: ['LOG-01'],
  companions: {
    'LOG-05': 'the registered phone itself is let in by the password alone too',
    'OTP-02': 'the app is asked for no code, so there is none to be accepted',
    'OTP-11': 'for the same reason',
    'OTP-15': 'all of several phones that sign in at once are let in, none of them by the code',
    'FLW-13': 'the phone that took no part is let in once the other is registered',
    'AFT-01': 'the next sign-in needs the password alone',
    'AFT-11': 'so it does with a new password',
  },
  seams: () => ({
    policy: {
      nextStep: (situation) => {
        const right = nextStep(situation);
        return right === 'one-time-code' ? 'nothing' : right;
      },
    },
  }),
  async isActive(probe) {
    const { account } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.reads();
  },
};
