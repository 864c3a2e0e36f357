import type { RunFacts } from './input.ts';
import type { ScenarioVerdict } from './shape.ts';
import { count } from './words.ts';

/**
 * Holds the scenarios of one requirement against those that it owes, by name: one that is not there, or that asks for
 * less than it should, shows nothing, however green the rest is.
 */
export function holdAgainst(
  owed: Readonly<Record<string, number>>,
  scenarios: readonly ScenarioVerdict[],
  run: RunFacts,
): ScenarioVerdict[] {
  const complete = scenarios.map((scenario) => lessThanOwed(scenario, owed[scenario.name] ?? 0));
  const names = new Set(scenarios.map(({ name }) => name));
  const missing = Object.entries(owed).filter(([name]) => !names.has(name));
  return [...complete, ...missing.map(([name, expected]) => notTold(name, expected, run))];
}

function lessThanOwed(scenario: ScenarioVerdict, expected: number): ScenarioVerdict {
  const { evidence, name } = scenario;
  if (evidence.expected >= expected || scenario.outcome === 'left open') return scenario;
  const reason = `"${name}" owes ${count(expected, 'piece')} of evidence, and asks for ${evidence.expected}`;
  const told = scenario.outcome === 'holds' ? { outcome: 'evidence missing' as const, reason } : {};
  return { ...scenario, ...told, evidence: { ...evidence, expected } };
}

function notTold(name: string, expected: number, { tags }: RunFacts): ScenarioVerdict {
  const why = tags === undefined ? 'was not run' : `was left out by --tags "${tags}"`;
  return {
    name,
    feature: '',
    location: '',
    outcome: 'evidence missing',
    reason: `"${name}" ${why}`,
    attempts: 0,
    evidence: { expected, reached: 0, held: 0 },
    pieces: [],
    pictures: {},
  };
}
