import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-105',
  title: 'A right password clears the count of wrong codes',
  behaviour: 'The step with the password resets all counts: whoever signs in again between guesses is never stopped.',
  severity: 'high',
  evidence: 'futrx-com/remote.futrx#112',
  breaks: ['ABU-02'],
  companions: {
    'ABU-01': 'at the sign-in each guess comes after the password, and so does the right code in the end',
    'ABU-06': 'the guesses from made-up addresses come after the password as well',
    'AFT-10': 'at the sign-in there is never a lock that the audit feed could tell of',
  },
  seams: () => {
    const cleared = new Set<string>();
    let isCleared = false;
    return {
      rules: (rules) => (state, event, at) =>
        rules(isCleared ? { ...state, wrongCodes: { count: 0, lockedUntilMs: 0 } } : state, event, at),
      context: ({ accounts }) => {
        const { apply, isPassword } = accounts;
        accounts.isPassword = (username, password) => {
          const isRight = isPassword.call(accounts, username, password);
          if (isRight) cleared.add(username);
          return isRight;
        };
        accounts.apply = (username, event, nowMs) => {
          isCleared = cleared.delete(username);
          return apply.call(accounts, username, event, nowMs);
        };
        return {};
      },
    };
  },
  async isActive(probe) {
    const { account, secret, ...started } = await probe.started();
    for (let tries = 0; tries < 10; tries += 1) {
      await started.web.submit(started.address, { code: probe.codeOf(secret, 1000) });
    }
    await probe.web().signIn(account);
    return probe.submits(started, probe.codeOf(secret));
  },
};
