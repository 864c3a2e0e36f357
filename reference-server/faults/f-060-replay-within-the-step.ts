import type { AccountState } from '../registration/account-state.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-060',
  title: 'The same code again within its step',
  behaviour: 'The server keeps no memory of the codes that it accepted, so a code that was watched works once more.',
  severity: 'high',
  evidence: 'CVE-2015-7225; nextcloud/twofactor_totp#245; WordPress/two-factor#517; dotnet/aspnetcore#57728',
  breaks: ['OTP-13'],
  companions: {
    'OTP-14': 'an older code is refused for the same memory',
    'OTP-15': 'one code by many phones at once is one code many times',
    'ACC-08': 'no code is ever called used, so there is no word of it',
  },
  seams: () => ({
    rules: (rules) => (state, event, at) => rules(forgetful(state), event, at),
  }),
  async isActive(probe) {
    const { account, code } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return phone.proves(code);
  },
};

function forgetful(state: AccountState): AccountState {
  return { ...state, devices: state.devices.map((device) => ({ ...device, lastAcceptedStep: -1 })) };
}
