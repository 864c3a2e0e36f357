import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import type { Envelope } from '@cucumber/messages';
import { loadManifest } from '../reports/catalogue/manifest.ts';
import type { Catalogue, Profile } from '../reports/catalogue/types.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { type Styler, terminal } from '../reports/formatters/terminal.ts';
import { redact } from '../reports/redaction.ts';
import type { Testimony } from '../reports/testimony/shape.ts';
import { testimonyOf } from '../reports/testimony.ts';
import type { JudgeInput, Manifest } from '../reports/verdict/input.ts';
import type { JudgedProfile } from '../reports/verdict/shape.ts';
import { judge } from '../reports/verdict.ts';
import { writeReports } from '../reports/write.ts';
import { knownSecrets } from '../steps/support/secrets.ts';
import { halt } from '../steps/support/stage.ts';
import { type PlannedScenario, planScenarios, runSentences } from './cucumber.ts';
import { prepareRun, targetNameOf } from './prepare-run.ts';
import { Progress } from './progress.ts';
import { flagsOf, type RunOptions, type Selection, selectionOf } from './run-options.ts';
import { suite } from './suite.ts';
import { catalogueFolder, type Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** What is to be judged, and by what. */
interface RunRequest {
  options: RunOptions;
  catalogue: Catalogue;
  manifest: Manifest;
  selection: Selection;
  seed: number;
  /** The scenarios that were asked for. */
  plan: PlannedScenario[];
}

/** What a run left behind, however far it came. */
interface RunRecord {
  envelopes: Envelope[];
  problems: string[];
  interrupted: boolean;
  startedAt: Date;
  /** Known once everything is prepared. */
  declarations: Record<string, string | number | boolean>;
}

/**
 * Runs, judges, writes every report and says what it came to.
 * @returns the verdict's exit code
 * @throws {UnknownIdError} or {UsageError} when what is asked for cannot be, before anything has begun
 */
export async function judgeRun(options: RunOptions, surroundings: Surroundings): Promise<number> {
  const catalogue = await loadCatalogue(catalogueFolder);
  const manifest = await loadManifest(catalogueFolder);
  const selection = selectionOf(catalogue, options);
  const plan = await planScenarios(selection.tags, options.tags);
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const request: RunRequest = { options, catalogue, manifest, selection, plan, seed };
  const startedAt = new Date();
  const folder = await makeFolder(options.out, startedAt);
  const record: RunRecord = { envelopes: [], problems: [], interrupted: false, startedAt, declarations: {} };
  const interrupt = () => {
    record.interrupted = true;
    halt('interrupted');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) surroundings.on.call(process, signal, interrupt);
  try {
    if (plan.length > 0) await run(request, record, surroundings);
  } catch (error) {
    record.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) surroundings.off.call(process, signal, interrupt);
  }
  return report(request, record, { stdout: surroundings.stdout, folder });
}

async function run(
  { options, selection, plan, seed }: RunRequest,
  record: RunRecord,
  surroundings: Surroundings,
): Promise<void> {
  const progress = new Progress(surroundings.stderr, plan.length);
  const prepared = await prepareRun(options, surroundings);
  record.declarations = { ...prepared.parameters.target?.declares };
  const asked = selection.profiles.map(({ id }) => id).join(', ');
  progress.begin(`${asked} against ${prepared.description}; order --seed ${seed}`);
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

interface Destination {
  stdout: Surroundings['stdout'];
  folder: string;
}

async function report(request: RunRequest, record: RunRecord, { stdout, folder }: Destination): Promise<number> {
  const { envelopes } = record;
  const testimony = testimonyFor(request, record);
  const secrets = [...knownSecrets];
  const verdict = redact(judge(judgeInput(request, record, testimony)), secrets);
  const written = await writeReports(folder, verdict, { envelopes, pictures: testimony.pictures, secrets });
  const style: Styler = (format, text) => styleText(format, text, { stream: stdout });
  const reports = [written.html, written.latest ?? folder].map((path) => relative('.', path));
  stdout.write(terminal(verdict, { style, reports }));
  return verdict.exitCode;
}

/** Cucumber tells of every scenario there is; those that were not asked for have no part in this run. */
function testimonyFor({ plan }: RunRequest, { envelopes }: RunRecord): Testimony {
  const { scenarios, finished, ...others } = testimonyOf(envelopes);
  const asked = new Set(plan.map(placeOf));
  // Where nothing was asked for there is nothing that could have been cut off.
  return {
    ...others,
    finished: finished || plan.length === 0,
    scenarios: scenarios.filter((scenario) => asked.has(placeOf(scenario))),
  };
}

function placeOf({ uri, line }: { uri: string; line: number }): string {
  return `${uri}:${line}`;
}

function judgeInput(
  { options, catalogue, manifest, selection, seed }: RunRequest,
  record: RunRecord,
  testimony: Testimony,
): JudgeInput {
  return {
    suite,
    profiles: selection.profiles.map(judgedProfile),
    target: { name: targetNameOf(options), drive: options.drive, declarations: record.declarations },
    manifest,
    requirements: selection.requirementIds.map((id) => catalogue.requirement(id)),
    sentences: catalogue.sentences,
    testimony,
    run: {
      startedAt: record.startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      interrupted: record.interrupted,
      seed,
      flags: flagsOf(options),
      problems: record.problems,
      ...(options.tags !== undefined && { tags: options.tags }),
      ...(selection.only.length > 0 && { selection: selection.only }),
    },
  };
}

function judgedProfile({ id, version, description, requirementIds }: Profile): JudgedProfile {
  return { name: id, version: String(version), description, requirements: requirementIds };
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
