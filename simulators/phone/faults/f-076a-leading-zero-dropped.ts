import { computing } from './code-computation.ts';
import { because } from './companions.ts';
import type { PhoneFault } from './phone-fault.ts';

const AT_SOME_MOMENTS = 'It looks at codes of whatever moment it is, of which every tenth begins with a zero.';

export const fault: PhoneFault = {
  id: 'F-076a',
  title: 'The app drops leading zeros',
  behaviour: 'The app writes codes as numbers, so "081804" is on the screen as "81804".',
  severity: 'high',
  evidence:
    'Spomky-Labs/otphp#27; wstrange/GoogleAuth#71; pyauth/pyotp#17; daegalus/dart-otp#12; bitanon/hashlib#28; ' +
    'chrisumbel/onceler#2',
  breaks: ['APP-02'],
  companions: {
    ...because('Some of the codes that it looks for begin with a zero.', ['APP-01', 'APP-03', 'APP-15', 'OTP-03']),
    ...because(AT_SOME_MOMENTS, 'CAM-03 CAM-05 APP-04 APP-07 APP-09 APP-10 APP-14 OTP-02 OTP-11'.split(' ')),
  },
  apply: computing({ write: (word, digits) => String(word % 10 ** digits) }),
  async isActive(probe) {
    await probe.scan();
    return (await probe.codeAt(1_111_111_109)) !== '081804';
  },
};
