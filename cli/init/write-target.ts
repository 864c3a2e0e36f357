import { writeFile } from 'node:fs/promises';
import { Blocked } from '../../simulators/errors.ts';
import { STEPS_LEAD } from '../doctor/checks.ts';
import { examineTarget } from '../doctor/consult.ts';
import type { Finding } from '../doctor/examine.ts';
import type { Patient } from '../doctor/patient.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { findWay, type Way } from './find-way.ts';
import type { InitFlags } from './flags.ts';
import { askForRest } from './questions.ts';
import { targetText } from './target-text.ts';

/** What a look came to. */
interface Look {
  exitCode: number;
  findings: Finding[];
  /** Another way to a registration, where the document's words lead nowhere. */
  way?: Way | undefined;
}

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
  let look = await lookAt(given, surroundings);
  const { way } = look;
  await write(path, { text: targetText(path, { known, ...look }), force: flags.force ?? false });
  if (way) {
    look = await lookAgain(path, known, surroundings);
    await write(path, { text: targetText(path, { known, ...look, way }), force: true });
  }
  const first = look.exitCode === 0 ? '' : 'mend what its last lines say, then ';
  surroundings.stdout.write(`wrote ${path}\nnext: ${first}paircheck doctor ${path}, then paircheck run ${path}\n`);
  return look.exitCode;
}

async function lookAt(flags: InitFlags, surroundings: Surroundings): Promise<Look> {
  const findings: Finding[] = [];
  let way: Way | undefined;
  const exitCode = await examineTarget(flags as Parameters<typeof examineTarget>[0], {
    surroundings,
    onFinding: (finding) => findings.push(finding),
    afterwards: async (patient) => {
      const isLost = findings.some(({ what, outcome }) => what === STEPS_LEAD && outcome === 'missing');
      if (isLost) way = await otherWay(patient, surroundings);
    },
  });
  return { exitCode, findings, way };
}

/** Whoever says nothing of an app may have a second factor of another kind, or other words for the document's. */
async function otherWay(
  { openAnother, credentials, target }: Patient,
  { stderr, stdout }: Surroundings,
): Promise<Way | undefined> {
  stderr.write('looking for another way to a QR code\n');
  const web = await openAnother();
  try {
    await web.openPortal();
    await web.signInHere(credentials);
    const way = await findWay(web, credentials.username);
    if (!way)
      stdout.write(
        'none was found: labels.path says what to press, in "Pages that are not those of the document" of docs/target-file.md\n',
      );
    // Whoever has an app of its own has a portal that works with it.
    if (!way || (target.app !== 'simulator' && target.app !== 'authenticator' && !way.asksForName)) return undefined;
    stdout.write(`found: ${way.path.join(' → ')}\n`);
    return way;
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  } finally {
    await web.close();
  }
}

/** By the file that was written, in which the password is a variable of the environment. */
function lookAgain(path: string, known: InitFlags, surroundings: Surroundings): Promise<Look> {
  const { drive, username, password = surroundings.env.PAIRCHECK_PASSWORD } = known;
  const env = { ...surroundings.env, PAIRCHECK_PASSWORD: password };
  // A copy would be without what a process has from its prototype.
  const there: Surroundings = Object.create(surroundings, { env: { value: env } });
  return lookAt(
    { target: path, ...(drive && { drive }), ...(username !== undefined && { username }), password },
    there,
  );
}

async function write(path: string, { text, force }: { text: string; force: boolean }): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EEXIST' ? 'there is one already: choose another name, or give --force' : cause.code;
    throw new UsageError(`wanted to write ${path}: ${why}`, { cause });
  });
}
