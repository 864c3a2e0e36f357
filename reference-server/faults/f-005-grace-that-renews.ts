import { PHONE_API } from '../../protocol/phone-api.ts';
import { callerOf, decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

const GRACE_MS = 7 * 24 * 60 * 60_000;

/** Who may put the second factor off until when. */
class Grace {
  readonly #known = new Set<string>();
  readonly #untilMs = new Map<string, number>();

  signIn(username: string, nowMs: number): void {
    if (this.#known.has(username)) this.#untilMs.set(username, nowMs + GRACE_MS);
    this.#known.add(username);
  }

  holds(username: string, nowMs: number): boolean {
    return nowMs < (this.#untilMs.get(username) ?? 0);
  }
}

export const fault: ServerFault = {
  id: 'F-005',
  title: 'A period of grace that begins again and again',
  behaviour:
    'Whoever was told to verify the device once has a week of grace from each later sign-in on, and so has whoever ' +
    'removed the last device: the rule never takes hold.',
  severity: 'medium',
  evidence: 'ChurchCRM/CRM#8982',
  breaks: ['LOG-02', 'AFT-06'],
  companions: {
    'POP-03': 'the pop-up has to come again at the next sign-in, which is in the period of grace',
  },
  seams: () => {
    const grace = new Grace();
    return decidingByCall((right, call) => {
      const username = callerOf(call);
      const nowMs = call.context.clock.now();
      if (call.request.path === PHONE_API.sessions) grace.signIn(username, nowMs);
      return right === 'verify-device' && grace.holds(username, nowMs) ? 'nothing' : right;
    });
  },
  async isActive(probe) {
    const account = await probe.newAccount();
    const phone = probe.phone();
    const answers = [await phone.signIn(account), await phone.signIn(account)];
    return answers.join() === 'verify-device,nothing';
  },
};
