import { WINDOW_STEPS, withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

const HOUR_MS = 3_600_000;
const SUMMER_MS = Date.UTC(2027, 6, 1, 12, 0, 15);
const accepted = withinWindow(WINDOW_STEPS);

export const fault: ServerFault = {
  id: 'F-071',
  title: 'Codes by local time',
  behaviour:
    'The server counts steps by the wall clock of its town, less the hour by which it is ahead in winter. In summer time ' +
    'every code is wrong.',
  severity: 'high',
  evidence: 'derived from RFC 6238 section 4.1',
  breaks: ['OTP-11'],
  seams: () => ({
    policy: { matchingSteps: (secret, code, nowMs) => accepted(secret, code, wallClockMs(nowMs) - HOUR_MS) },
  }),
  async isActive(probe) {
    probe.clock.set(SUMMER_MS);
    const started = await probe.started();
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};

/** What the clock on the wall shows in Vienna, written as if it were UTC. */
function wallClockMs(nowMs: number): number {
  const words = new Date(nowMs).toLocaleString('sv-SE', { timeZone: 'Europe/Vienna' });
  return Date.parse(`${words.replace(' ', 'T')}Z`) + (nowMs % 1000);
}
