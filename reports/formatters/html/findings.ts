import type { Failure, RequirementVerdict, RunVerdict, ScenarioVerdict, Status } from '../../verdict/shape.ts';

/** One scenario with evidence that does not hold, and every requirement that it speaks of. */
export interface Finding {
  /** The address of it within the page. */
  anchor: string;
  status: Status;
  requirements: RequirementVerdict[];
  scenario: ScenarioVerdict;
  /** Each piece that does not hold, once. */
  failures: Failure[];
}

export interface FindingGroup {
  title: string;
  /** What these have in common, for whoever reads the first of them. */
  meaning: string;
  findings: Finding[];
}

const GROUPS: readonly Omit<FindingGroup & { status: Status }, 'findings'>[] = [
  { status: 'failed', title: 'Failures', meaning: 'These have to hold, and do not.' },
  {
    status: 'known failure',
    title: 'Known failures',
    meaning: 'These do not hold either. The target lists them with a reason, so they do not decide the outcome.',
  },
  { status: 'warned', title: 'Warnings', meaning: 'These are recommended, and do not hold.' },
  { status: 'informed', title: 'For information', meaning: 'These are optional, and do not hold.' },
];

/** What does not hold, the gravest first; only groups that have something to tell. */
export function findingsOf(verdict: RunVerdict): FindingGroup[] {
  return GROUPS.map(({ status, ...words }) => ({ ...words, findings: withStatus(verdict, status) })).filter(
    ({ findings }) => findings.length > 0,
  );
}

function withStatus({ failures, requirements }: RunVerdict, status: Status): Finding[] {
  const chosen = failures.filter((failure) => failure.status === status);
  const groups = Map.groupBy(chosen, ({ location, scenario }) => `${location} ${scenario}`);
  return [...groups.values()].flatMap((sharing) => {
    const ids = new Set(sharing.map(({ requirement }) => requirement));
    const concerned = requirements.filter(({ id }) => ids.has(id));
    const scenario = scenarioOf(concerned, sharing[0]);
    const [first] = concerned;
    if (!scenario || !first) return [];
    const anchor = `${first.id}-at-${scenario.location.replaceAll(/\W+/g, '-')}`;
    const once = sharing.filter(({ requirement }) => requirement === sharing[0]?.requirement);
    return [{ anchor, status, requirements: concerned, scenario, failures: once }];
  });
}

function scenarioOf(requirements: RequirementVerdict[], failure: Failure | undefined): ScenarioVerdict | undefined {
  return requirements
    .flatMap(({ scenarios }) => scenarios)
    .find(({ location, name }) => location === failure?.location && name === failure.scenario);
}
