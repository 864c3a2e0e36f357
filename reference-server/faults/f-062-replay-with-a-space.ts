import { isCodeOfStep, readCode } from '../registration/one-time-code.ts';
import { forgetful } from './account-changes.ts';
import { comparing } from './code-computation.ts';
import type { ServerFault } from './server-fault.ts';

const withoutSpaces = (code: string) => code.replace(/\s/g, '');

export const fault: ServerFault = {
  id: 'F-062',
  title: 'The same code again, with a space in it',
  behaviour:
    'Used codes are remembered as they were typed, but compared without spaces: with a space in it a code is a new one.',
  severity: 'high',
  evidence: 'CVE-2025-55003',
  breaks: ['OTP-13'],
  seams: () => ({
    policy: {
      readCode: (input) => (readCode(input) === undefined ? undefined : String(input)),
      ...comparing((secret, code, step) => isCodeOfStep(secret, withoutSpaces(code), step)),
    },
    rules: (rules) => (state, event, at) => {
      const isSpaced = 'code' in event && withoutSpaces(event.code) !== event.code;
      return rules(isSpaced ? forgetful(state, () => true) : state, event, at);
    },
  }),
  async isActive(probe) {
    const { account, code } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    return !(await phone.proves(code)) && (await phone.proves(`${code.slice(0, 3)} ${code.slice(3)}`));
  },
};
