import { readCode } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-144',
  title: 'The code is read as a number',
  behaviour:
    'Zeros before a code and letters behind it are no matter: what was typed is parsed, and the number compared.',
  severity: 'medium',
  evidence: 'seen in tt-rss 21 of Debian 12: "0" and a code, and a code and "abc", pass',
  breaks: ['OTP-04'],
  companions: { 'OTP-05': 'an odd value that begins with the code is read like the code alone' },
  seams: () => ({ policy: { readCode: (input) => readCode(parsed(input)) } }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, `0${probe.codeOf(started.secret)}`);
  },
};

/** Codes of six digits alone, with what is around them. */
function parsed(input: unknown): unknown {
  const [, code] = typeof input === 'string' ? (/^0*?(\d{6})(?:\D.*)?$/.exec(input) ?? []) : [];
  return code ?? input;
}
