import { join, relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import type { Envelope } from '@cucumber/messages';
import type { Catalogue } from '../reports/catalogue/types.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { type Styler, terminal } from '../reports/formatters/terminal.ts';
import { redact } from '../reports/redaction.ts';
import type { Testimony } from '../reports/testimony/shape.ts';
import { testimonyOf } from '../reports/testimony.ts';
import type { JudgeInput } from '../reports/verdict/input.ts';
import { judge } from '../reports/verdict.ts';
import { writeReports } from '../reports/write.ts';
import { knownSecrets } from '../steps/support/secrets.ts';
import { halt } from '../steps/support/stage.ts';
import { planScenarios, runSentences } from './cucumber.ts';
import { prepareRun, targetNameOf } from './prepare-run.ts';
import { Progress } from './progress.ts';
import { flagsOf, type RunOptions, type Selection, selectionOf } from './run-options.ts';
import { suite } from './suite.ts';
import { catalogueFolder, type Surroundings } from './surroundings.ts';

/** What is to be judged, and by what. */
interface RunRequest {
  options: RunOptions;
  catalogue: Catalogue;
  selection: Selection;
}

/** What a run left behind, however far it came. */
interface RunRecord {
  envelopes: Envelope[];
  problems: string[];
  interrupted: boolean;
  startedAt: Date;
  /** How many scenarios were asked for. */
  planned: number;
}

/**
 * Runs, judges, writes every report and says what it came to.
 * @returns the verdict's exit code
 * @throws {UnknownIdError} or {UsageError} when what is asked for cannot be, before anything has begun
 */
export async function judgeRun(options: RunOptions, surroundings: Surroundings): Promise<number> {
  const catalogue = await loadCatalogue(catalogueFolder);
  const request = { options, catalogue, selection: selectionOf(catalogue, options) };
  const plan = await planScenarios(request.selection.tags, options.tags);
  const startedAt = new Date();
  const record: RunRecord = { envelopes: [], problems: [], interrupted: false, startedAt, planned: plan.length };
  const interrupt = () => {
    record.interrupted = true;
    halt('interrupted');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) surroundings.on.call(process, signal, interrupt);
  try {
    if (record.planned > 0) await run(request, record, surroundings);
  } catch (error) {
    record.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) surroundings.off.call(process, signal, interrupt);
  }
  return report(request, record, surroundings);
}

async function run({ options, selection }: RunRequest, record: RunRecord, surroundings: Surroundings): Promise<void> {
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const progress = new Progress(surroundings.stderr, record.planned);
  const prepared = await prepareRun(options, surroundings);
  progress.begin(`${prepared.description}; order --seed ${seed}`);
  try {
    await runSentences({
      tags: selection.tags,
      order: `random:${seed}`,
      parameters: prepared.parameters,
      stderr: surroundings.stderr,
      onMessage: (envelope) => {
        record.envelopes.push(envelope);
        progress.update(envelope);
      },
    });
  } finally {
    progress.end();
    await prepared.stop();
  }
}

async function report(request: RunRequest, record: RunRecord, { stdout }: Surroundings): Promise<number> {
  const { envelopes, startedAt } = record;
  const testimony = testimonyFor(request.selection, record);
  const secrets = [...knownSecrets];
  const verdict = redact(judge(judgeInput(request, record, testimony)), secrets);
  const folder = resolve(join(request.options.out, folderName(startedAt)));
  const written = await writeReports(folder, verdict, { envelopes, pictures: testimony.pictures, secrets });
  const style: Styler = (format, text) => styleText(format, text, { stream: stdout });
  const reports = [written.html, written.latest ?? folder].map((path) => relative('.', path));
  stdout.write(terminal(verdict, { style, reports }));
  return verdict.exitCode;
}

/** Cucumber tells of every scenario there is; those of other profiles have no part in this run. */
function testimonyFor({ requirementIds }: Selection, { envelopes, planned }: RunRecord): Testimony {
  const { scenarios, finished, ...others } = testimonyOf(envelopes);
  const isAsked = (ids: string[]) => ids.length === 0 || ids.some((id) => requirementIds.includes(id));
  // Where nothing was asked for there is nothing that could have been cut off.
  return {
    ...others,
    finished: finished || planned === 0,
    scenarios: scenarios.filter(({ requirements }) => isAsked(requirements)),
  };
}

function judgeInput(
  { options, catalogue, selection }: RunRequest,
  record: RunRecord,
  testimony: Testimony,
): JudgeInput {
  const profile = catalogue.profile(options.profile);
  return {
    suite,
    profile: { name: profile.id, version: String(profile.version) },
    target: { name: targetNameOf(options), drive: options.drive },
    requirements: selection.requirementIds.map((id) => catalogue.requirement(id)),
    sentences: catalogue.sentences,
    testimony,
    run: {
      startedAt: record.startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      interrupted: record.interrupted,
      flags: flagsOf(options),
      problems: record.problems,
      ...(selection.only.length > 0 && { selection: selection.only }),
    },
  };
}

/** Sorts by time, and may be a folder on every system. */
function folderName(startedAt: Date): string {
  return startedAt.toISOString().replace(/[:.]/g, '-');
}
