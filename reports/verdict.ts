import type { ScenarioTestimony } from './testimony/shape.ts';
import { allAgain } from './verdict/again.ts';
import { addUp } from './verdict/evidence-sum.ts';
import { failuresOf } from './verdict/failures.ts';
import { harnessErrorsOf } from './verdict/harness.ts';
import type { JudgeInput, Manifest } from './verdict/input.ts';
import { holdAgainst } from './verdict/manifest.ts';
import { judgeRequirement } from './verdict/requirement.ts';
import { outcomeOf } from './verdict/run.ts';
import { judgeScenario } from './verdict/scenario.ts';
import type { Outcome, RequirementVerdict, RunVerdict, Status } from './verdict/shape.ts';
import { locationOf } from './verdict/words.ts';

/** The only place where an outcome becomes a number; `usage` is for runs that never come to a verdict. */
export const EXIT_CODES: Record<Outcome | 'usage', number> = {
  conformant: 0,
  'non-conformant': 1,
  usage: 2,
  incomplete: 3,
  'harness error': 4,
};

/** Judges a run once and for all: what is written, shown or returned to the shell afterwards only renders this. */
export function judge(input: JudgeInput): RunVerdict {
  const { suite, profiles, target, run, testimony } = input;
  const requirements = input.requirements.map((requirement) => {
    const scenarios = testimony.scenarios.filter((scenario) => scenario.requirements.includes(requirement.id));
    const owed = input.manifest[requirement.id] ?? {};
    return judgeRequirement(requirement, holdAgainst(owed, scenarios.map(judgeScenario), run), input);
  });
  const findings = {
    requirements,
    evidence: addUp(claimedScenarios(requirements).map(({ evidence }) => evidence)),
    harnessErrors: allHarnessErrors(input),
    staleKnownFailures: staleIds(requirements, input),
    interrupted: run.interrupted === true || !testimony.finished,
  };
  const { outcome, reason } = outcomeOf(findings);
  return {
    schemaVersion: 1,
    suite,
    profiles: [...profiles],
    target,
    ...(run.seed === undefined ? {} : { seed: run.seed }),
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    outcome,
    exitCode: EXIT_CODES[outcome],
    reason,
    counts: countsOf(requirements),
    failures: failuresOf(requirements, run),
    again: allAgain(run),
    ...findings,
  };
}

function claimedScenarios(requirements: readonly RequirementVerdict[]) {
  const claimed = requirements.filter(({ status }) => status !== 'not claimed');
  const byPlace = new Map(
    claimed.flatMap(({ scenarios }) => scenarios.map((scenario) => [scenario.location, scenario])),
  );
  return [...byPlace.values()];
}

function allHarnessErrors({ run, testimony, requirements, manifest }: JudgeInput): string[] {
  const ids = new Set(requirements.map(({ id }) => id));
  const inScenarios = testimony.scenarios.flatMap((scenario) => {
    const errors = [...strayErrors(scenario, ids), ...unlistedErrors(scenario, manifest), ...harnessErrorsOf(scenario)];
    return errors.map((error) => `"${scenario.name}" (${locationOf(scenario)}): ${error}`);
  });
  return [...(run.problems ?? []), ...testimony.problems, ...inScenarios];
}

/** A scenario that speaks of no requirement could fail without anyone noticing. */
function strayErrors(scenario: ScenarioTestimony, ids: ReadonlySet<string>): string[] {
  const speaks = scenario.requirements.some((id) => ids.has(id));
  return speaks ? [] : ['the scenario names no requirement of this profile'];
}

/** The manifest is checked against the sentences before anything is published, so one that is not in it is ours to mend. */
function unlistedErrors({ name, requirements }: ScenarioTestimony, manifest: Manifest): string[] {
  const unlisted = requirements.filter((id) => manifest[id]?.[name] === undefined);
  return unlisted.map((id) => `the manifest knows no such scenario of ${id}: npm run format writes it anew`);
}

function staleIds(requirements: readonly RequirementVerdict[], { run }: JudgeInput): string[] {
  const listed = new Set(run.knownFailures?.map(({ id }) => id));
  return requirements.filter(({ id, status }) => status === 'passed' && listed.has(id)).map(({ id }) => id);
}

function countsOf(requirements: readonly RequirementVerdict[]): Record<Status, number> {
  const counts: Record<Status, number> = {
    passed: 0,
    failed: 0,
    warned: 0,
    informed: 0,
    'not run': 0,
    'not claimed': 0,
    'known failure': 0,
    flaky: 0,
  };
  for (const { status } of requirements) counts[status] += 1;
  return counts;
}
