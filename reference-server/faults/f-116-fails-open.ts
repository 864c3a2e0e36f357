import { CONTROL_API } from '../../protocol/control-api.ts';
import { ProvokedOutage } from '../outages.ts';
import { type AccountState, NEW_ACCOUNT_STATE } from '../registration/account-state.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-116',
  title: 'Without its storage the server lets everybody in',
  behaviour:
    'While the storage fails, a code that cannot be checked is taken for right, and the phone stays signed in.',
  severity: 'high',
  evidence: 'OWASP ASVS 5.0.0, 16.5.3',
  breaks: ['ABU-17'],
  seams: () => ({
    context: ({ accounts }) => {
      const seen = new Map<string, AccountState>();
      const { apply, state } = accounts;
      accounts.state = (username) => {
        const known = seen.get(username) ?? NEW_ACCOUNT_STATE;
        const read = unlessOut(() => state.call(accounts, username)) ?? known;
        seen.set(username, read);
        return read;
      };
      accounts.apply = (username, event, nowMs) => {
        const [device] = accounts.state(username).devices;
        const outcome = { deviceId: device?.id ?? '', deviceName: device?.name ?? '' };
        const unchecked = { state: accounts.state(username), outcome };
        return unlessOut(() => apply.call(accounts, username, event, nowMs)) ?? unchecked;
      };
      return {};
    },
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    const fail = (storage: boolean) =>
      probe.control(CONTROL_API.faults, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ storage, clock: false }),
      });
    await fail(true);
    const isTaken = await phone.proves(probe.codeOf(secret, 1000));
    await fail(false);
    return isTaken;
  },
};

/** What this answers; undefined while the storage fails. */
function unlessOut<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ProvokedOutage) return undefined;
    throw error;
  }
}
