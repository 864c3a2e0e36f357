import type { JudgedProfile, RequirementVerdict, RunVerdict, ScenarioVerdict, Status } from '../../verdict/shape.ts';
import { slug, UNSHOWN } from './words.ts';

/** One promise of a profile, in words for whoever owns the product. */
interface Promised {
  requirement: RequirementVerdict;
  /** What it costs, or why it was not shown; absent where there is nothing to say. */
  remark?: string;
}

interface PromiseGroup {
  title: string;
  sign: Status;
  promises: Promised[];
}

/** A profile on a page of its own: what was promised, what holds, what does not. */
export interface ProfilePage {
  profile: JudgedProfile;
  anchor: string;
  /** How many requirements it has in this run. */
  promised: number;
  /** "40 hold · 3 do not hold · 8 were not shown" */
  sum: string;
  groups: PromiseGroup[];
}

const GROUPS: readonly { title: string; one: string; many: string; sign: Status; statuses: Status[] }[] = [
  {
    title: 'What does not hold',
    one: 'does not hold',
    many: 'do not hold',
    sign: 'failed',
    statuses: ['failed', 'known failure', 'warned', 'informed'],
  },
  {
    title: 'What was not shown',
    one: 'was not shown',
    many: 'were not shown',
    sign: 'not run',
    statuses: ['not run', 'flaky'],
  },
  { title: 'What holds', one: 'holds', many: 'hold', sign: 'passed', statuses: ['passed'] },
  {
    title: 'What was not asked',
    one: 'was not asked',
    many: 'were not asked',
    sign: 'not claimed',
    statuses: ['not claimed'],
  },
];

export function profilePagesOf({ profiles, requirements }: RunVerdict): ProfilePage[] {
  return profiles.map((profile) => {
    const within = requirements.filter(({ id }) => profile.requirements.includes(id));
    const groups = GROUPS.map((group) => ({
      ...group,
      promises: within.filter(({ status }) => group.statuses.includes(status)).map(promisedOf),
    })).filter(({ promises }) => promises.length > 0);
    const sum = groups
      .map(({ promises, one, many }) => `${promises.length} ${promises.length === 1 ? one : many}`)
      .join(' · ');
    return { profile, anchor: `profile-${slug(profile.name)}`, promised: within.length, sum, groups };
  });
}

function promisedOf(requirement: RequirementVerdict): Promised {
  const remark = remarkOn(requirement);
  return remark ? { requirement, remark } : { requirement };
}

function remarkOn({ status, reason, why, scenarios }: RequirementVerdict): string | undefined {
  switch (status) {
    case 'passed':
      return undefined;
    case 'failed':
    case 'warned':
    case 'informed':
      return why && `Why it matters: ${why}`;
    case 'known failure':
      return `This is known: ${reason}`;
    case 'flaky':
      return 'It held only when it was tried again.';
    case 'not claimed':
      return reason;
    case 'not run':
      return unshown(scenarios.find((scenario) => scenario.reason === reason));
  }
}

function unshown(scenario: ScenarioVerdict | undefined): string {
  if (!scenario) return 'There is no test of it yet.';
  const [lack = ''] = scenario.reason?.split(':') ?? [];
  return UNSHOWN[scenario.outcome] ?? `It could not be looked at: it ${lack}.`;
}
