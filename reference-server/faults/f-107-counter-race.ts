import type { ServerFault } from './server-fault.ts';
import { staleReads } from './stale-reads.ts';

const GUESSES = 10;

export const fault: ServerFault = {
  id: 'F-107',
  title: 'Guesses at the same moment count as one',
  behaviour: 'The count of wrong codes is read first and written later, so that a burst of guesses counts as one.',
  severity: 'high',
  evidence: 'better-auth/better-auth#10210; idenplane/idenplane#398',
  breaks: ['ABU-03'],
  seams: () =>
    staleReads((stale, rules) => (state, event, at) => rules({ ...state, wrongCodes: stale.wrongCodes }, event, at)),
  async isActive(probe) {
    const { account, web, secret, address, name } = await probe.started();
    const wrong = probe.codeOf(secret, 1000);
    const windows = Array.from({ length: GUESSES }, () => probe.web());
    for (const window of windows) await window.signIn(account);
    await Promise.all(windows.map((window) => window.submit(address, { code: wrong })));
    return probe.submits({ web, address, name }, probe.codeOf(secret));
  },
};
