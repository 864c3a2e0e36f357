import { computing } from './code-computation.ts';
import { because } from './companions.ts';
import type { PhoneFault } from './phone-fault.ts';

const SEEN = "It looks at codes on the phone's screen, of which about every second one is wrong.";
const AT_THE_SCREEN = 'CAM-03 CAM-05 APP-02 APP-03 APP-04 APP-05 APP-07 APP-09 APP-10 APP-14 APP-15'.split(' ');
const SENT =
  'A code of the phone has to be accepted in it, and at every second moment the phone has none that could be.';
const AT_THE_PORTAL = (
  'LOG-03 LOG-05 LOG-06 LOG-07 POP-05 CAM-04 MAN-04 OTP-02 OTP-03 OTP-11 OTP-16 FLW-02 FLW-03 FLW-05 FLW-11 FLW-12 ' +
  'AFT-01 AFT-03 AFT-05 AFT-09 ABU-01 ABU-05'
).split(' ');

export const fault: PhoneFault = {
  id: 'F-073a',
  title: "The app's truncation keeps the sign bit",
  behaviour: 'The app takes the truncated word as a signed number, so about every second code is negative.',
  severity: 'high',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['APP-01'],
  companions: { ...because(SEEN, AT_THE_SCREEN), ...because(SENT, AT_THE_PORTAL) },
  apply: computing({ wordAt: (hash, offset) => hash.getInt32(offset) }),
  async isActive(probe) {
    await probe.scan();
    return (await probe.codeAt(1_709_596_830)) !== '053531';
  },
};
