import type { TestAccount } from '../../protocol/control-api.ts';
import { ADDRESSES } from '../routes/addresses.ts';
import type { Probe } from './probe.ts';
import { callerOf, decidingByCall } from './second-factor.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-013',
  title: 'A new password does away with the second factor',
  behaviour:
    'The link in a message is taken for a second factor: once a new password is saved, sign-ins with it are asked for no code.',
  severity: 'high',
  evidence: 'mazeway-dev/Mazeway#9; OWASP ASVS 5.0 6.4.3',
  breaks: ['AFT-11'],
  seams: () => {
    const reset = new Set<string>();
    return {
      ...decidingByCall((right, call) => (right === 'one-time-code' && reset.has(callerOf(call)) ? 'nothing' : right)),
      pages: (context) => (request, _response, next) => {
        const { token, 'new-password': password } = request.body ?? {};
        const isSaved = request.path === ADDRESSES.newPassword && typeof password === 'string' && password.length >= 8;
        const owner = isSaved ? context.passwordResets.find(String(token), context.clock.now()) : undefined;
        if (owner !== undefined) reset.add(owner);
        next();
      },
    };
  },
  async isActive(probe) {
    const { account } = await probe.registered();
    return (await probe.phone().signIn(await withNewPassword(probe, account))) === 'nothing';
  },
};

async function withNewPassword(probe: Probe, { username }: TestAccount): Promise<TestAccount> {
  const web = probe.web();
  await web.submit(ADDRESSES.forgottenPassword, { username });
  const messages = await (await probe.control(`/messages?username=${username}`)).text();
  const [address = ''] = /\/new-password\?token=[\w-]+/.exec(messages) ?? [];
  const password = 'a new password';
  await web.submit(address, { 'new-password': password });
  return { username, password };
}
