import type { Failure, RequirementVerdict, ScenarioVerdict } from './shape.ts';

/** Every piece of evidence of a claimed requirement that does not hold, once for each requirement it speaks of. */
export function failuresOf(requirements: readonly RequirementVerdict[], flags: readonly string[]): Failure[] {
  return requirements
    .filter(({ status }) => status !== 'not claimed')
    .flatMap((requirement) => requirement.scenarios.flatMap((scenario) => inScenario(requirement, scenario, flags)));
}

function inScenario(requirement: RequirementVerdict, scenario: ScenarioVerdict, flags: readonly string[]): Failure[] {
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
      again: ['npm run paircheck -- run --only', id, ...flags.map(quoted)].join(' '),
    }));
}

/** For a POSIX shell: within single quotes nothing has a meaning. */
function quoted(flag: string): string {
  return /^[\w./:=@,+-]+$/.test(flag) ? flag : `'${flag.replaceAll("'", "'\\''")}'`;
}
