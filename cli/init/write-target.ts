import { writeFile } from 'node:fs/promises';
import { examineTarget } from '../doctor/consult.ts';
import type { Finding } from '../doctor/examine.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import type { InitFlags } from './flags.ts';
import { askForRest } from './questions.ts';
import { targetText } from './target-text.ts';

/**
 * Writes a target file with what is known, and what a look at the implementation came to.
 * @returns the exit code of that look
 * @throws {UsageError} when there is no address, or the file is there already
 */
export async function writeTarget(path: string, flags: InitFlags, surroundings: Surroundings): Promise<number> {
  const known = await askForRest(flags, surroundings);
  if (known.portalUrl === undefined)
    throw new UsageError('wanted --portal-url: there is nothing to describe without it');
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const findings: Finding[] = [];
  const exitCode = await examineTarget(given, { surroundings, onFinding: (finding) => findings.push(finding) });
  await write(path, { text: targetText(path, known, findings), force: flags.force ?? false });
  const first = exitCode === 0 ? '' : 'mend what its last lines say, then ';
  surroundings.stdout.write(`wrote ${path}\nnext: ${first}paircheck doctor ${path}, then paircheck run ${path}\n`);
  return exitCode;
}

async function write(path: string, { text, force }: { text: string; force: boolean }): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EEXIST' ? 'there is one already: choose another name, or give --force' : cause.code;
    throw new UsageError(`wanted to write ${path}: ${why}`, { cause });
  });
}
