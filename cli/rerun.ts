import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../reports/catalogue/types.ts';
import type { RunVerdict, Status } from '../reports/verdict/shape.ts';
import { ADDRESSES, type Drive } from '../targets/target.ts';
import { BUILT_IN } from './addresses.ts';
import type { RunFlags } from './run-options.ts';
import { openRun, type StoredRun } from './stored-run.ts';
import { UsageError } from './usage-error.ts';

/** What a verdict does not tell of how its implementation was reached, beside it in the folder of the run. */
type Reached = Pick<RunFlags, 'target' | 'fault' | 'patience' | 'app' | (typeof ADDRESSES)[number]>;

const FILE = 'run.json';
const DRIVES: readonly string[] = ['browser', 'api'] satisfies Drive[];

/** What failed there, and what was not shown; known failures too, for they may have been put right. */
const TO_RUN_AGAIN: readonly Status[] = ['failed', 'warned', 'informed', 'flaky', 'not run', 'known failure'];

/** The flags that run again what failed, or, where nothing did, the run that shows it. */
export type Rerun = { flags: RunFlags; nothingFailedIn?: never } | { nothingFailedIn: StoredRun; flags?: never };

/**
 * The flags of a rerun: as they are where they were given, and for the rest as that run had them.
 * @throws {UsageError} when there is no such run, or it does not tell where its implementation answered
 */
export async function rerunOf(flags: RunFlags, rerun: string, catalogue: Catalogue): Promise<Rerun> {
  const run = await openRun(rerun);
  const { profiles, target } = run.verdict;
  const profile = flags.profile.length > 0 ? flags.profile : profiles.map(({ name }) => name);
  const asked = profile.flatMap((id) => catalogue.profile(id).requirementIds);
  const only = idsToRunAgain(run.verdict).filter((id) => asked.includes(id));
  if (only.length === 0) return { nothingFailedIn: run };
  const drive = flags.drive ?? (DRIVES.includes(target.drive) ? (target.drive as Drive) : undefined);
  return { flags: { ...(await reachedIn(run, flags)), ...flags, profile, only, ...(drive && { drive }) } };
}

/** Keeps beside the reports what a rerun has to know. `flags` without anything secret. */
export async function keepForRerun(folder: string, flags: RunFlags): Promise<void> {
  const { target, fault, patience, app } = flags;
  const addresses = Object.fromEntries(ADDRESSES.map((name) => [name, flags[name]]));
  const reached: Reached = JSON.parse(JSON.stringify({ target, fault, patience, app, ...addresses }));
  await writeFile(join(folder, FILE), `${JSON.stringify(reached, null, 2)}\n`);
}

function idsToRunAgain({ requirements }: RunVerdict): string[] {
  return requirements.filter(({ status }) => TO_RUN_AGAIN.includes(status)).map(({ id }) => id);
}

/** Who names another target or portal means that one alone, and not the other addresses of the old one. */
async function reachedIn({ folder, name, verdict }: StoredRun, { target, portalUrl }: RunFlags): Promise<Reached> {
  if ((target ?? portalUrl) !== undefined) return {};
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Reached;
  } catch (cause) {
    if (verdict.target.name === BUILT_IN) return {};
    const lack = `${join(name, FILE)}, which says where ${verdict.target.name} answered, cannot be read`;
    throw new UsageError(`wanted --portal-url or a target file: ${lack}`, { cause });
  }
}
