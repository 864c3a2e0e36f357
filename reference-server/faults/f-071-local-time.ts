import { WINDOW_STEPS, withinWindow } from '../registration/one-time-code.ts';
import { whereDevicesAreProven } from './code-computation.ts';
import { because, SIGN_IN_WITH_A_CODE } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

const HOUR_STEPS = 120;
const accepted = withinWindow(WINDOW_STEPS);

export const fault: ServerFault = {
  id: 'F-071',
  title: 'Codes by local time',
  behaviour: 'At the sign-in the server counts steps by the wall clock of its town, which is an hour or two ahead.',
  severity: 'high',
  evidence: 'derived from RFC 6238 section 4.1',
  breaks: ['OTP-02', 'OTP-11'],
  companions: {
    ...because('it signs in with the right code of a registered device, which is refused', SIGN_IN_WITH_A_CODE),
    'OTP-09': 'the code of an hour ahead is the one that signs in here',
  },
  seams: () => ({
    rules: whereDevicesAreProven({
      matchingSteps: (secret, code, nowMs) => accepted(secret, code, wallClockMs(nowMs)),
    }),
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.proves(probe.codeOf(secret, HOUR_STEPS));
  },
};

/** What the clock on the wall shows in Vienna, written as if it were UTC. */
function wallClockMs(nowMs: number): number {
  const words = new Date(nowMs).toLocaleString('sv-SE', { timeZone: 'Europe/Vienna' });
  return Date.parse(`${words.replace(' ', 'T')}Z`);
}
