import { oneAgain } from './again.ts';
import type { RunFacts } from './input.ts';
import type { Failure, RequirementVerdict, ScenarioVerdict } from './shape.ts';

/** Every piece of evidence of a claimed requirement that does not hold, once for each requirement it speaks of. */
export function failuresOf(requirements: readonly RequirementVerdict[], run: RunFacts): Failure[] {
  return requirements
    .filter(({ status }) => status !== 'not claimed')
    .flatMap((requirement) => requirement.scenarios.flatMap((scenario) => inScenario(requirement, scenario, run)));
}

function inScenario(requirement: RequirementVerdict, scenario: ScenarioVerdict, run: RunFacts): Failure[] {
  const { id, level, status, sentences } = requirement;
  return scenario.pieces
    .filter(({ holds }) => !holds)
    .map((piece) => ({
      requirement: id,
      level,
      status,
      scenario: scenario.name,
      location: scenario.location,
      ...piece,
      pictures: { ...scenario.pictures, ...piece.pictures },
      sentences,
      again: oneAgain(id, run),
    }));
}
