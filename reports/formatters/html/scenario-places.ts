import type { RequirementVerdict, RunVerdict, ScenarioVerdict } from '../../verdict/shape.ts';
import type { FindingGroup } from './findings.ts';

/** Tells where a scenario is told in full: a scenario of several requirements is told once, and linked from the others. */
export class ScenarioPlaces {
  readonly #findings = new Map<string, string>();
  readonly #owners = new Map<string, string>();

  constructor({ requirements }: RunVerdict, groups: readonly FindingGroup[]) {
    for (const { scenario, anchor } of groups.flatMap(({ findings }) => findings)) {
      const key = keyOf(scenario);
      this.#findings.set(key, this.#findings.get(key) ?? anchor);
    }
    for (const { id, scenarios } of requirements)
      for (const key of scenarios.map(keyOf)) this.#owners.set(key, this.#owners.get(key) ?? id);
  }

  /** The id of the element to go to; absent where it has to be told here, below this requirement. */
  elsewhere(scenario: ScenarioVerdict, { id }: RequirementVerdict): string | undefined {
    const finding = this.#findings.get(keyOf(scenario));
    if (finding !== undefined) return finding;
    const owner = this.#owners.get(keyOf(scenario));
    return owner === id ? undefined : owner;
  }
}

/** One that was not told has no location; its name alone says which it is. */
function keyOf({ location, name }: ScenarioVerdict): string {
  return `${location} ${name}`;
}
