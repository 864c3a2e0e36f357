import type { RequirementVerdict, ScenarioOutcome, ScenarioVerdict, Status } from '../verdict/shape.ts';
import type { Change, Comparison } from './shape.ts';

/** A requirement that both runs have. */
export interface Pair {
  before: RequirementVerdict;
  after: RequirementVerdict;
}

type Kind = keyof Pick<Comparison, 'newlyFailing' | 'noLongerShown' | 'newlyPassing' | 'otherChanges'>;
type Standing = 'shown' | 'failing' | 'shown on a retry' | 'not shown';

/** What each word says of the implementation, whether it speaks of a requirement or of a scenario. */
const STANDINGS: Record<Status | ScenarioOutcome, Standing> = {
  passed: 'shown',
  holds: 'shown',
  failed: 'failing',
  warned: 'failing',
  informed: 'failing',
  'known failure': 'failing',
  'does not hold': 'failing',
  flaky: 'shown on a retry',
  'holds on a retry': 'shown on a retry',
  'not run': 'not shown',
  'not claimed': 'not shown',
  'harness error': 'not shown',
  'capability missing': 'not shown',
  'left open': 'not shown',
  'left out': 'not shown',
  blocked: 'not shown',
  interrupted: 'not shown',
  'evidence missing': 'not shown',
};

/** Every requirement of either run that came to something else, by what that means. */
export function changesOf(pairs: readonly Pair[], { appeared, gone }: Alone): Record<Kind, Change[]> {
  const changes = [
    ...pairs.flatMap(changesIn),
    ...appeared.map((after) => requirementChange(undefined, after)),
    ...gone.map((before) => requirementChange(before, undefined)),
  ];
  const byKind = Map.groupBy(changes, kindOf);
  return {
    newlyFailing: byKind.get('newlyFailing') ?? [],
    noLongerShown: byKind.get('noLongerShown') ?? [],
    newlyPassing: byKind.get('newlyPassing') ?? [],
    otherChanges: byKind.get('otherChanges') ?? [],
  };
}

/** Requirements that only one of the runs has. */
export interface Alone {
  appeared: readonly RequirementVerdict[];
  gone: readonly RequirementVerdict[];
}

/** Whether both runs say anything of it: what was not asked for is not compared piece by piece. */
export function isClaimed({ before, after }: Pair): boolean {
  return before.status !== 'not claimed' && after.status !== 'not claimed';
}

/** The scenarios that both runs have, by name: those of one requirement have names of their own. */
export function sharedScenarios({ before, after }: Pair): { before: ScenarioVerdict; after: ScenarioVerdict }[] {
  const byName = new Map(before.scenarios.map((scenario) => [scenario.name, scenario]));
  return after.scenarios.flatMap((scenario) => {
    const earlier = byName.get(scenario.name);
    return earlier ? [{ before: earlier, after: scenario }] : [];
  });
}

function changesIn(pair: Pair): Change[] {
  if (pair.before.status !== pair.after.status) return [requirementChange(pair.before, pair.after)];
  if (!isClaimed(pair)) return [];
  const { id, statement } = pair.after;
  return sharedScenarios(pair)
    .filter(({ before, after }) => before.outcome !== after.outcome)
    .map(({ before, after }) => ({
      requirement: id,
      statement,
      scenario: after.name,
      before: before.outcome,
      after: after.outcome,
      ...(after.reason !== undefined && { reason: after.reason }),
    }));
}

function requirementChange(before: RequirementVerdict | undefined, after: RequirementVerdict | undefined): Change {
  const { id = '', statement = '' } = after ?? before ?? {};
  return {
    requirement: id,
    statement,
    ...(before && { before: before.status }),
    ...(after && { after: after.status }),
    ...(after?.reason !== undefined && { reason: after.reason }),
  };
}

function kindOf({ before, after }: Change): Kind {
  const [was, is] = [standingOf(before), standingOf(after)];
  // To be taken off the list of known failures makes the run red, as a failure that was never there does.
  const isNews = was !== 'failing' || (before === 'known failure' && after !== 'known failure');
  if (is === 'failing') return isNews ? 'newlyFailing' : 'otherChanges';
  if (is === 'shown') return was === 'shown' ? 'otherChanges' : 'newlyPassing';
  const wasBetter = was === 'shown' || (was === 'shown on a retry' && is === 'not shown');
  return wasBetter ? 'noLongerShown' : 'otherChanges';
}

function standingOf(word: Status | ScenarioOutcome | undefined): Standing {
  return word === undefined ? 'not shown' : STANDINGS[word];
}
