import { execFile } from 'node:child_process';
import { HarnessFault, NotDemanded, Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { AccountSource, AccountWish, HandedOut } from './account-source.ts';

/** How to call a program that makes an account each time. @see ../target.schema.json */
export interface AccountCommand {
  /** The program and its arguments; a username that is asked for comes behind them. */
  command: readonly string[];
  /** Where it is called; all of it. */
  cwd: string;
  /** All of its environment. */
  env: Readonly<Record<string, string | undefined>>;
}

/** To make an account may take a start of a runtime and some slow hashing. */
const PATIENCE_MS = 60_000;
/** Of a line that is told. */
const MOST_CHARACTERS = 300;
const ANOTHER = 'accounts.command made another than was asked for: let it take the name that is its last argument';
const EXAMPLE = '{"username": "ada", "password": "..."}';

/** Fresh accounts without end, each printed by a program as JSON in one line, the last that it prints. */
export function commandAccounts(how: AccountCommand): AccountSource {
  const seen = new Set<string>();
  return {
    size: Number.POSITIVE_INFINITY,
    next: async (wish: AccountWish): Promise<HandedOut> => {
      const credentials = await call(how, wish.username);
      if (seen.has(credentials.username)) {
        throw fault(how, {
          wanted: 'a fresh account',
          got: 'one that it has printed before',
          fix: 'make one each time',
        });
      }
      seen.add(credentials.username);
      return { credentials, isFresh: true };
    },
  };
}

/** @throws {Unprovided} when it makes another than was asked for */
async function call(how: AccountCommand, username: string | undefined): Promise<Credentials> {
  const line = (await outputOf(how, username)).trim().split('\n').at(-1) ?? '';
  const credentials = credentialsIn(line);
  if (!credentials) {
    throw fault(how, {
      wanted: `an account such as ${EXAMPLE} in its last line`,
      got: line === '' ? 'nothing' : `"${told(line)}"`,
      fix: 'print just that on standard output, and everything else on standard error',
    });
  }
  if (username === undefined || credentials.username === username) return credentials;
  throw new Unprovided('accounts with a chosen name', ANOTHER);
}

function credentialsIn(line: string): Credentials | undefined {
  try {
    const { username, password } = JSON.parse(line) as Record<string, unknown>;
    if (typeof username !== 'string' || typeof password !== 'string') return undefined;
    return username === '' || password === '' ? undefined : { username, password };
  } catch {
    return undefined;
  }
}

/**
 * What it prints.
 * @throws {NotDemanded} when it ends with an error for the sake of a username
 * @throws {HarnessFault} when it cannot be called, takes too long, or ends with an error
 */
function outputOf(how: AccountCommand, username: string | undefined): Promise<string> {
  const { cwd, env } = how;
  const [file = '', ...args] = [...how.command, ...(username === undefined ? [] : [username])];
  return new Promise((resolve, reject) => {
    const done = (error: (Error & { code?: unknown; killed?: boolean }) | null, output: string, complaints: string) => {
      if (!error) resolve(output);
      else if (username !== undefined && typeof error.code === 'number')
        reject(refused(username, whatCame(error, complaints).got));
      else reject(fault(how, { wanted: 'an account', ...whatCame(error, complaints) }));
    };
    execFile(file, args, { cwd, env: { ...env }, timeout: PATIENCE_MS, encoding: 'utf8' }, done).stdin?.end();
  });
}

/** Since it makes others, it is the name that is not taken. */
function refused(username: string, got: string): NotDemanded {
  return new NotDemanded('usernames with any signs', `asked for "${username}", accounts.command ends with ${got}`);
}

function whatCame({ code, killed }: { code?: unknown; killed?: boolean }, complaints: string) {
  if (code === 'ENOENT') return { got: 'no such program', fix: 'install it, or give its full path' };
  if (killed) return { got: `nothing within ${PATIENCE_MS / 1000} s`, fix: 'call it by hand to see what it waits for' };
  const last = complaints.trim().split('\n').at(-1) ?? '';
  return {
    got: `exit code ${String(code)}${last && `, "${told(last)}"`}`,
    fix: 'call it by hand in the same folder to see why',
  };
}

/** What looks like a password stays out. */
function told(line: string): string {
  const safe = line.replace(/(pass\w*|secret|token)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi, '$1$2••••');
  return safe.slice(0, MOST_CHARACTERS);
}

function fault(
  { command }: AccountCommand,
  { wanted, got, fix }: { wanted: string; got: string; fix: string },
): HarnessFault {
  return new HarnessFault(`accounts.command: wanted ${wanted} from "${command.join(' ')}", got ${got}; ${fix}`);
}
