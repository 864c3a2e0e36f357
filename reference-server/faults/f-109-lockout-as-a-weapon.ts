import type { PasswordSource } from '../store/password-throttle.ts';
import type { ServerFault } from './server-fault.ts';

const TYPOS = 2;
const LOCK_MS = 24 * 60 * 60_000;

export const fault: ServerFault = {
  id: 'F-109',
  title: 'Two typos lock an account, and anybody can make them',
  behaviour:
    'Two wrong codes lock the codes, and two wrong passwords, typed by whoever knows the username, lock the sign-in for a ' +
    'day.',
  severity: 'medium',
  evidence: 'OWASP ASVS 5.0.0, 6.1.1; OWASP Authentication Cheat Sheet',
  breaks: ['ABU-04', 'ABU-05'],
  companions: {
    'ABU-02': 'A lock that comes with the second guess may be over by the last one.',
    'FLW-10': 'it submits two codes of other registrations before the right one',
    'ABU-01': 'guessing ends after two wrong codes, long before the tries that are declared',
  },
  seams: () => {
    const failures = new Map<string, number[]>();
    return {
      policy: { maxWrongCodes: TYPOS },
      context: ({ passwordThrottle }) => {
        passwordThrottle.waitMs = ({ username }: PasswordSource, nowMs: number) => {
          const second = failures.get(username)?.at(-TYPOS) ?? Number.NEGATIVE_INFINITY;
          return Math.max(0, second + LOCK_MS - nowMs);
        };
        passwordThrottle.fail = ({ username }, nowMs) => {
          failures.set(username, [...(failures.get(username) ?? []), nowMs]);
        };
        passwordThrottle.succeed = ({ username }) => void failures.delete(username);
        return {};
      },
    };
  },
  async isActive(probe) {
    const started = await probe.started();
    for (let tries = 0; tries < TYPOS; tries += 1) {
      await started.web.submit(started.address, { code: probe.codeOf(started.secret, 1000) });
      await probe.phone().signIn({ ...started.account, password: 'wrong' });
    }
    const isSignedIn = (await probe.phone().signIn(started.account)) !== undefined;
    return !isSignedIn && !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
