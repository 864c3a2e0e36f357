import type { ScenarioTestimony } from '../testimony/shape.ts';
import type { EvidenceSum } from './shape.ts';

/** What a scenario owes and gave, in its last attempt. A `Then` counts once, and only with exactly one piece. */
export function evidenceSumOf(scenario: ScenarioTestimony): EvidenceSum {
  const steps = scenario.attempts.at(-1)?.steps ?? [];
  const pieces = steps.flatMap(({ expectsEvidence, evidence }) =>
    expectsEvidence && evidence.length === 1 ? evidence : [],
  );
  return {
    expected: scenario.expectedEvidence,
    reached: pieces.length,
    held: pieces.filter(({ holds }) => holds).length,
  };
}

export function addUp(sums: readonly EvidenceSum[]): EvidenceSum {
  const total: EvidenceSum = { expected: 0, reached: 0, held: 0 };
  for (const { expected, reached, held } of sums) {
    total.expected += expected;
    total.reached += reached;
    total.held += held;
  }
  return total;
}
