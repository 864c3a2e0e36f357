import type { AccountState } from '../registration/account-state.ts';
import type { Rules } from '../registration/policy.ts';
import type { ServerFault } from './server-fault.ts';
import { staleReads } from './stale-reads.ts';

export const fault: ServerFault = {
  id: 'F-064',
  title: 'One code many times at the same moment',
  behaviour:
    'Whether a code was used is read first and written later: of requests that arrive together each finds it unused.',
  severity: 'high',
  evidence: 'keygen-sh/keygen-api#1106; own-pay/OwnPay#145; logto-io/logto#9109; supertokens/supertokens-core#564',
  breaks: ['OTP-15', 'FLW-07'],
  seams: () => staleReads(byWhatWasRead),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    probe.pass(3);
    const phones = [probe.phone(), probe.phone()];
    for (const phone of phones) await phone.signIn(account);
    const taken = await Promise.all(phones.map((phone) => phone.proves(probe.codeOf(secret))));
    return taken.every(Boolean);
  },
};

function byWhatWasRead(stale: AccountState, rules: Rules): Rules {
  return (state, event, at) => {
    if (!('code' in event)) return rules(state, event, at);
    const { devices, registrations } = stale;
    const transition = rules({ ...state, devices, registrations }, event, at);
    const added = transition.state.devices.slice(devices.length);
    if (added.length === 0) return transition;
    return { ...transition, state: { ...transition.state, devices: [...state.devices, ...added] } };
  };
}
