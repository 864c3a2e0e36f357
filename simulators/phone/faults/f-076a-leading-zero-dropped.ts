import { computing } from './code-computation.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-076a',
  title: 'The app drops leading zeros',
  behaviour: 'The app writes codes as numbers, so "081804" is on the screen as "81804".',
  severity: 'high',
  evidence:
    'Spomky-Labs/otphp#27; wstrange/GoogleAuth#71; pyauth/pyotp#17; daegalus/dart-otp#12; bitanon/hashlib#28; ' +
    'chrisumbel/onceler#2',
  breaks: ['APP-02'],
  apply: computing({ write: (word, digits) => String(word % 10 ** digits) }),
  async isActive(probe) {
    await probe.scan();
    return (await probe.codeAt(1_111_111_109)) !== '081804';
  },
};
