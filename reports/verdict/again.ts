import type { RunFacts } from './input.ts';

/** The line that runs everything of a run again, in the same order. */
export function allAgain({ command = COMMAND, flags = [], only = [], tags, seed }: RunFacts): string {
  const asked = only.flatMap((id) => ['--only', id]);
  const narrowed = tags === undefined ? asked : [...asked, '--tags', tags];
  const order = seed === undefined ? [] : ['--seed', String(seed)];
  return [command, 'run', ...[...flags, ...narrowed, ...order].map(quoted)].join(' ');
}

/** The line that runs one requirement again. */
export function oneAgain(id: string, { command = COMMAND, flags = [] }: RunFacts): string {
  return [command, 'run --only', id, ...flags.map(quoted)].join(' ');
}

const COMMAND = 'paircheck';

/** For a POSIX shell: within single quotes nothing has a meaning. */
function quoted(flag: string): string {
  return /^[\w./:=@,+-]+$/.test(flag) ? flag : `'${flag.replaceAll("'", "'\\''")}'`;
}
