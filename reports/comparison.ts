import { type Alone, changesOf, type Pair } from './comparison/changes.ts';
import { evidenceChangesOf } from './comparison/evidence.ts';
import type { ComparedRun, Comparison, Difference, Presence } from './comparison/shape.ts';
import { profilesText } from './formatters/profiles-text.ts';
import type { RequirementVerdict, RunVerdict } from './verdict/shape.ts';

/**
 * What changed from one run to a later one. Not compared is what differs between any two runs: when evidence was seen,
 * what went over the wire for it, how it looked, and ids made for one run.
 */
export function compare(before: RunVerdict, after: RunVerdict): Comparison {
  const pairs = pairsOf(before, after);
  const alone = { appeared: missingIn(before, after), gone: missingIn(after, before) };
  const changes = changesOf(pairs, alone);
  const evidence = evidenceChangesOf(pairs);
  const brokeDown = after.outcome === 'harness error' && before.outcome !== 'harness error';
  const failsAnew = evidence.some((change) => change.before.holds && !change.after.holds);
  return {
    worse: changes.newlyFailing.length + changes.noLongerShown.length > 0 || failsAnew || brokeDown,
    before: comparedRun(before),
    after: comparedRun(after),
    differences: differencesOf(before, after),
    ...changes,
    evidence,
    ...presences(pairs, alone),
  };
}

function comparedRun({ startedAt, outcome, counts }: RunVerdict): ComparedRun {
  return { startedAt, outcome, counts };
}

function pairsOf(before: RunVerdict, after: RunVerdict): Pair[] {
  const byId = new Map(before.requirements.map((requirement) => [requirement.id, requirement]));
  return after.requirements.flatMap((requirement) => {
    const earlier = byId.get(requirement.id);
    return earlier ? [{ before: earlier, after: requirement }] : [];
  });
}

function missingIn(one: RunVerdict, other: RunVerdict): RequirementVerdict[] {
  const ids = new Set(one.requirements.map(({ id }) => id));
  return other.requirements.filter(({ id }) => !ids.has(id));
}

function differencesOf(before: RunVerdict, after: RunVerdict): Difference[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .map((what) => difference(what, was.get(what), is.get(what)))
    .filter((found) => found.before !== found.after);
}

function factsOf(run: RunVerdict): Map<string, string> {
  const { suite, target } = run;
  return new Map([
    ['suite', `${suite.name} ${suite.version}`],
    ['profiles', profilesText(run)],
    ['target', target.name],
    ['drive', target.drive],
    ...Object.entries(target.declarations).map(([name, value]) => [`declares ${name}`, String(value)] as const),
  ]);
}

function difference(what: string, before: string | undefined, after: string | undefined): Difference {
  return { what, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function presences(pairs: readonly Pair[], { appeared, gone }: Alone): { appeared: Presence; gone: Presence } {
  return {
    appeared: {
      requirements: appeared.map(({ id }) => id),
      scenarios: pairs.flatMap(({ before, after }) => scenariosMissingIn(before, after)),
    },
    gone: {
      requirements: gone.map(({ id }) => id),
      scenarios: pairs.flatMap(({ before, after }) => scenariosMissingIn(after, before)),
    },
  };
}

function scenariosMissingIn(one: RequirementVerdict, other: RequirementVerdict): Presence['scenarios'] {
  const names = new Set(one.scenarios.map(({ name }) => name));
  const missing = other.scenarios.filter(({ name }) => !names.has(name));
  return missing.map(({ name }) => ({ requirement: other.id, scenario: name }));
}
