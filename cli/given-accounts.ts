import type { Credentials } from '../simulators/phone/phone.ts';
import type { RunFlags } from './run-options.ts';
import { UsageError } from './usage-error.ts';

/** Where a password may be, so that it stands on no command line. */
const PASSWORD_VARIABLE = 'PAIRCHECK_PASSWORD';

/**
 * The accounts that the flags give; `undefined` where they give none.
 * @throws {UsageError} when a username has no password, or a password no username
 */
export function givenByFlags(flags: RunFlags, env: NodeJS.ProcessEnv): Credentials[] | undefined {
  const { username, account, password = username && env[PASSWORD_VARIABLE] } = flags;
  if (password !== undefined && username === undefined) throw new UsageError('wanted --username beside --password');
  if (username === undefined) return account.length > 0 ? account : undefined;
  if (!password) throw new UsageError(`wanted --password beside --username, or the password in ${PASSWORD_VARIABLE}`);
  return [{ username, password }, ...account];
}
