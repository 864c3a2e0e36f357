import { codeOfStep, comparing } from './code-computation.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

const unpadded = { write: (word: number, digits: number) => String(word % 10 ** digits) };

export const fault: ServerFault = {
  id: 'F-076',
  title: 'Leading zeros are dropped',
  behaviour: 'The server expects "81804" where the phone shows "081804", and refuses what is shown.',
  severity: 'high',
  evidence:
    'Spomky-Labs/otphp#27; wstrange/GoogleAuth#71; pyauth/pyotp#17; daegalus/dart-otp#12; bitanon/hashlib#28; ' +
    'chrisumbel/onceler#2',
  breaks: ['OTP-03'],
  companions: because('At one of ten moments the right code is one that begins with a zero.', [
    'ACC-06',
    'FLW-08',
    'OTP-11',
    'OTP-12',
  ]),
  seams: () => ({ policy: comparing((secret, code, step) => code === codeOfStep(secret, step, unpadded)) }),
  async isActive(probe) {
    const started = await probe.startedWithZero();
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
