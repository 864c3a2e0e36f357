import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Catalogue } from '../reports/catalogue/types.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { redact } from '../reports/redaction.ts';
import type { RunVerdict } from '../reports/verdict/shape.ts';
import { judge } from '../reports/verdict.ts';
import { writeReports } from '../reports/write.ts';
import { interrupt, openPlaces } from '../steps/support/channel.ts';
import { knownSecrets } from '../steps/support/secrets.ts';
import { insistOnClock } from '../targets/process/insist-on-clock.ts';
import { runSentences } from './cucumber.ts';
import { onInterruption, unlessInterrupted } from './interruption.ts';
import { prepareRun } from './prepare-run.ts';
import { Progress } from './progress.ts';
import { keepForRerun, rerunOf } from './rerun.ts';
import { namesOf, type RunFlags } from './run-options.ts';
import { judgeInput, type RunRecord, testimonyFor } from './run-record.ts';
import { type RunRequest, requestOf } from './run-request.ts';
import type { StoredRun } from './stored-run.ts';
import { catalogueFolder, type Surroundings } from './surroundings.ts';
import { tellOutcome } from './tell-outcome.ts';
import { openDesk } from './tester/open-desk.ts';
import { UsageError } from './usage-error.ts';
import type { LiveView } from './watch/live-view.ts';
import { openLiveView } from './watch/open-live-view.ts';

/**
 * Runs, judges, writes every report and says what it came to; or says that nothing of an earlier run has to be run
 * again.
 * @returns the verdict's exit code
 * @throws {UnknownIdError} or {UsageError} when what is asked for cannot be, before anything has begun
 */
export async function judgeRun(flags: RunFlags, surroundings: Surroundings): Promise<number> {
  const catalogue = await loadCatalogue(catalogueFolder);
  if (flags.rerun === undefined) return judgeAnew(flags, catalogue, surroundings);
  const rerun = await rerunOf(flags, flags.rerun, catalogue);
  if (rerun.flags) return judgeAnew(rerun.flags, catalogue, surroundings);
  return tellNothingFailed(rerun.nothingFailedIn, surroundings);
}

/** Nothing is shown here that was not shown there, so what the shell is told is what that run told it. */
function tellNothingFailed({ name, verdict }: StoredRun, { stdout }: Surroundings): number {
  const { outcome, reason, exitCode } = verdict;
  stdout.write(`nothing failed there: no requirement of ${name} has to be run again\n  it was ${outcome}: ${reason}\n`);
  return exitCode;
}

async function judgeAnew(flags: RunFlags, catalogue: Catalogue, surroundings: Surroundings): Promise<number> {
  const request = await requestOf(flags, { catalogue, env: surroundings.env });
  const startedAt = new Date();
  const folder = await makeFolder(flags.out, startedAt);
  await keepForRerun(folder, redact(flags, [...knownSecrets]));
  const record: RunRecord = { envelopes: [], problems: [], interrupted: false, startedAt, declarations: {} };
  const interruption = new AbortController();
  const letGo = onInterruption(surroundings, () => {
    surroundings.stderr.write('interrupted: what was seen so far is judged\n');
    record.interrupted = true;
    interruption.abort();
    interrupt();
  });
  const view = flags.watch ? await openLiveView(request.plan.length, surroundings) : undefined;
  try {
    if (request.plan.length > 0) await run(request, record, { surroundings, interruption: interruption.signal, view });
  } catch (error) {
    record.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    letGo();
  }
  let cameTo: string | undefined;
  try {
    const { exitCode, outcome, reason } = await report(request, record, { stdout: surroundings.stdout, folder });
    cameTo = `${outcome}: ${reason}`;
    return exitCode;
  } finally {
    await view?.close(cameTo);
  }
}

async function run(
  request: RunRequest,
  record: RunRecord,
  { surroundings, interruption, view }: Around,
): Promise<void> {
  const { options, selection, plan, seed } = request;
  const progress = new Progress(surroundings.stderr, plan.length);
  openPlaces();
  const prepared = await prepareRun(options, plan.length, { surroundings, interruption });
  record.declarations = { ...prepared.declares };
  const { targets: [target] = [], startEpochMs } = prepared.parameters;
  const desk = await openDesk(target, { total: plan.length, surroundings });
  // What a scenario makes of a target that has ended is no news, once nobody waits for it any more.
  let isOver = false;
  progress.begin(`${namesOf(selection)} against ${prepared.description}; order --seed ${seed}`);
  try {
    if (target && options.addresses) await insistOnClock(target, startEpochMs);
    const sentences = runSentences({
      tags: selection.tags,
      order: `random:${seed}`,
      parameters: prepared.parameters,
      workers: prepared.workers,
      stderr: surroundings.stderr,
      onMessage: (envelope) => {
        if (isOver) return;
        record.envelopes.push(envelope);
        if (!record.interrupted) progress.update(envelope);
        view?.update(envelope);
      },
    });
    await unlessInterrupted(sentences, interruption);
  } finally {
    isOver = true;
    progress.end();
    await desk?.close();
    const gone = await prepared.gone();
    if (gone !== undefined) record.problems.push(gone);
    await prepared.stop();
  }
}

interface Around {
  surroundings: Surroundings;
  interruption: AbortSignal;
  view: LiveView | undefined;
}

interface Destination {
  stdout: Surroundings['stdout'];
  folder: string;
}

async function report(request: RunRequest, record: RunRecord, { stdout, folder }: Destination): Promise<RunVerdict> {
  const { envelopes } = record;
  const testimony = testimonyFor(request, record);
  const secrets = [...knownSecrets];
  const verdict = redact(judge(judgeInput(request, record, testimony)), secrets);
  const written = await writeReports(folder, verdict, { envelopes, pictures: testimony.pictures, secrets });
  tellOutcome(verdict, [written.html, written.latest ?? folder], stdout);
  return verdict;
}

/**
 * The folder of this run, made before it begins: a name that sorts by time and may be a folder on every system.
 * @throws {UsageError} when it cannot be made
 */
async function makeFolder(out: string, startedAt: Date): Promise<string> {
  const folder = resolve(join(out, startedAt.toISOString().replace(/[:.]/g, '-')));
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`wanted a folder for the reports with --out, "${out}" cannot be one: ${cause.code}`, {
      cause,
    });
  });
  return folder;
}
