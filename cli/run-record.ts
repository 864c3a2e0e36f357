import type { Envelope } from '@cucumber/messages';
import type { Catalogue, Profile } from '../reports/catalogue/types.ts';
import type { Testimony } from '../reports/testimony/shape.ts';
import { testimonyOf } from '../reports/testimony.ts';
import type { JudgeInput, Listed, RunFacts } from '../reports/verdict/input.ts';
import type { JudgedProfile, Target } from '../reports/verdict/shape.ts';
import { locationOf } from '../reports/verdict/words.ts';
import { targetNameOf } from './addresses.ts';
import { appOf, flagsOf, type RunOptions } from './run-options.ts';
import type { RunRequest } from './run-request.ts';
import { suite } from './suite.ts';
import { moduleEnding } from './surroundings.ts';

/** What a run left behind, however far it came. */
export interface RunRecord {
  envelopes: Envelope[];
  problems: string[];
  interrupted: boolean;
  startedAt: Date;
  /** Known once everything is prepared. */
  declarations: Target['declarations'];
}

/** Cucumber tells of every scenario there is; those that were not asked for have no part in this run. */
export function testimonyFor({ plan }: RunRequest, { envelopes }: RunRecord): Testimony {
  const { scenarios, finished, ...others } = testimonyOf(envelopes);
  const asked = new Set(plan.map(locationOf));
  // Where nothing was asked for there is nothing that could have been cut off.
  return {
    ...others,
    finished: finished || plan.length === 0,
    scenarios: scenarios.filter((scenario) => asked.has(locationOf(scenario))),
  };
}

/** All that a verdict is made of. */
export function judgeInput(request: RunRequest, record: RunRecord, testimony: Testimony): JudgeInput {
  const { options, catalogue, manifest, selection } = request;
  return {
    suite,
    profiles: selection.profiles.map(judgedProfile),
    target: {
      name: targetNameOf(options, options.targetFile),
      drive: options.drive,
      declarations: record.declarations,
    },
    manifest,
    requirements: selection.requirementIds.map((id) => catalogue.requirement(id)),
    sentences: catalogue.sentences,
    testimony,
    run: runFacts(request, record),
  };
}

function runFacts({ options, catalogue, selection, seed }: RunRequest, record: RunRecord): RunFacts {
  return {
    startedAt: record.startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    interrupted: record.interrupted,
    seed,
    command: moduleEnding === 'ts' ? 'npm run paircheck --' : 'npx paircheck',
    flags: flagsOf(options),
    problems: record.problems,
    knownFailures: options.targetFile?.knownFailures ?? [],
    declaredAbsent: absentIn(options, catalogue),
    ...(options.tags !== undefined && { tags: options.tags }),
    only: selection.only,
    ...(selection.narrowed && { selection: selection.narrowed }),
  };
}

/** What the target says that it does not have; and what only an app can do, where it has none. */
function absentIn(options: RunOptions, { requirements }: Catalogue): Listed[] {
  const { absent: listed = [], knownFailures = [] } = options.targetFile ?? {};
  if (appOf(options) !== 'authenticator') return listed;
  const known = [...listed, ...knownFailures].map(({ id }) => id);
  const ofApps = requirements.filter(({ id, role }) => role === 'app' && !known.includes(id));
  return [...listed, ...ofApps.map(({ id }) => ({ id, reason: 'the target has no phone app' }))];
}

function judgedProfile({ id, version, description, requirementIds }: Profile): JudgedProfile {
  return { name: id, version: String(version), description, requirements: requirementIds };
}
