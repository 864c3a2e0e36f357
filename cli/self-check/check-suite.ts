import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KnownBad } from '../../protocol/known-bad.ts';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { killMatrixHtml } from '../../reports/formatters/kill-matrix-html.ts';
import { killMatrixText } from '../../reports/formatters/kill-matrix-text.ts';
import { NOT_SHOWN } from '../../reports/kill-matrix/not-shown.ts';
import type { KillMatrix, KnownBadTrial, LawfulTrial, TwinTrial } from '../../reports/kill-matrix/shape.ts';
import { judgeSuite, type TrialRecord } from '../../reports/kill-matrix.ts';
import { EXIT_CODES } from '../../reports/verdict.ts';
import { loadPhoneFaults } from '../../simulators/phone/faults/load.ts';
import type { PhoneFault } from '../../simulators/phone/faults/phone-fault.ts';
import { interrupt, isInterrupted } from '../../steps/support/channel.ts';
import { newSeed } from '../flag-values.ts';
import { onInterruption } from '../interruption.ts';
import { loadKnownBads } from '../known-bads.ts';
import { findVariant, loadDeclaredVariants } from '../lawful-variants.ts';
import { findBrowserFor } from '../prepare-run.ts';
import { suite } from '../suite.ts';
import { catalogueFolder, type Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { chosen } from './choice.ts';
import type { SelfCheckFlags } from './flags.ts';
import { TrialProgress } from './trial-progress.ts';
import { runTrials, runVariants } from './trials.ts';

/**
 * Tries the suite on the correct implementation and on known-bad ones, and writes what it caught; of one that was
 * interrupted, what had been tried by then.
 * @returns the exit code
 * @throws {UsageError} when nothing fits what is asked for
 */
export async function checkSuite(flags: SelfCheckFlags, surroundings: Surroundings): Promise<number> {
  const startedAt = new Date();
  const letGo = onInterruption(surroundings, interrupt);
  const found = await (flags.lawful ? tryVariants(flags, surroundings) : tryKnownBads(flags, surroundings));
  letGo();
  const finishedAt = new Date();
  const matrix = judgeSuite({
    suite,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
    interrupted: isInterrupted(),
    notShown: NOT_SHOWN,
    ...found,
  });
  surroundings.stdout.write(`${killMatrixText(matrix)}\n  matrix     ${await write(matrix, flags.out)}\n`);
  return exitCodeOf(matrix, found);
}

/** The gravest that is true, as for a run. */
function exitCodeOf({ complaints, holds }: KillMatrix, { problems }: Found): number {
  if (problems.length > 0) return EXIT_CODES['harness error'];
  if (complaints.length > 0) return EXIT_CODES['non-conformant'];
  return holds ? EXIT_CODES.conformant : EXIT_CODES.incomplete;
}

type Found = Pick<TrialRecord, 'planned' | 'twin' | 'trials' | 'lawful' | 'problems'>;

const NOT_TRIED: TwinTrial = { statuses: {}, reasons: {}, problems: [], seconds: 0 };

async function tryVariants({ requirement, variant }: SelfCheckFlags, surroundings: Surroundings): Promise<Found> {
  const catalogue = await loadCatalogue(catalogueFolder);
  const asked = requirement.length > 0 ? requirement.map((id) => catalogue.requirement(id)) : catalogue.requirements;
  const wanted = await Promise.all(variant.map(findVariant));
  const variants = (await loadDeclaredVariants(catalogue)).filter(
    (one) => wanted.length === 0 || wanted.some(({ id }) => id === one.variant.id),
  );
  const progress = new TrialProgress(surroundings.stderr, variants.length);
  const needsBrowser = variants.some((one) => one.variant.needsBrowser);
  const browser = needsBrowser ? await findBrowserFor(surroundings) : undefined;
  const lawful: LawfulTrial[] = [];
  const problems: string[] = [];
  const onVariant = (trial: LawfulTrial) => {
    lawful.push(trial);
    progress.tellVariant(trial);
  };
  const requirementIds = asked.map(({ id }) => id);
  await runVariants({ variants, requirementIds, browser, onVariant }).catch((error: unknown) => {
    problems.push(messageOf(error));
  });
  return { planned: variants.length, twin: NOT_TRIED, trials: [], lawful, problems };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function tryKnownBads(flags: SelfCheckFlags, surroundings: Surroundings): Promise<Found> {
  const seed = flags.seed ?? newSeed();
  const knownBads = await asked(flags, seed);
  const { breadth } = flags;
  surroundings.stderr.write(`${knownBads.length} known-bads, breadth ${breadth}, --seed ${seed}\n`);
  const progress = new TrialProgress(surroundings.stderr, knownBads.length);
  const trials: KnownBadTrial[] = [];
  let twin = NOT_TRIED;
  const problems: string[] = [];
  const needsBrowser = knownBads.some((one) => one.needsBrowser);
  const browser = needsBrowser ? await findBrowserFor(surroundings) : undefined;
  const plan = {
    knownBads,
    breadth,
    inPage: flags.inPage ?? false,
    browser,
    catalogue: await loadCatalogue(catalogueFolder),
  };
  const onTwin = (trial: TwinTrial) => {
    twin = trial;
  };
  const onTrial = (trial: KnownBadTrial) => {
    trials.push(trial);
    progress.tell(trial);
  };
  await runTrials({ ...plan, onTwin, onTrial }).catch((error: unknown) => {
    problems.push(messageOf(error));
  });
  return {
    planned: knownBads.length,
    twin,
    trials: trials.toSorted((one, other) => one.fault.id.localeCompare(other.fault.id)),
    lawful: [],
    problems,
  };
}

/** The same defect where the app is a page. */
function inPage({ breaks, breaksInPage = breaks, ...fault }: PhoneFault): KnownBad {
  return { ...fault, breaks: breaksInPage, needsBrowser: true };
}

async function asked(flags: SelfCheckFlags, seed: number): Promise<KnownBad[]> {
  const all = flags.inPage ? (await loadPhoneFaults()).map(inPage) : await loadKnownBads();
  const unknown = flags.fault.find((id) => !all.some((one) => one.id.toUpperCase() === id));
  if (unknown !== undefined) {
    throw new UsageError(`wanted a known-bad from ${all[0]?.id} to ${all.at(-1)?.id}, got "${unknown}"`);
  }
  const knownBads = chosen(all, { ...flags, seed });
  if (knownBads.length > 0) return knownBads;
  throw new UsageError(`no known-bad breaks ${flags.requirement.join(' or ')}: paircheck list names the requirements`);
}

async function write(matrix: KillMatrix, out: string): Promise<string> {
  const folder = resolve(join(out, matrix.startedAt.replace(/[:.]/g, '-')));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kill-matrix.json'), `${JSON.stringify(matrix, undefined, 2)}\n`);
  const page = join(folder, 'kill-matrix.html');
  await writeFile(page, killMatrixHtml(matrix));
  return page;
}
