import { addUp } from './evidence-sum.ts';
import type { ExpectedRequirement, JudgeInput, RunFacts } from './input.ts';
import type { Level, RequirementVerdict, ScenarioOutcome, ScenarioVerdict, Status } from './shape.ts';

const FAILING: Record<Level, Status> = { MUST: 'failed', SHOULD: 'warned', MAY: 'informed' };

/** Worst first: the first of these that any scenario has decides on the requirement. */
const WORST_FIRST: readonly ScenarioOutcome[] = [
  'does not hold',
  'harness error',
  'capability missing',
  'blocked',
  'interrupted',
  'evidence missing',
  'left out',
  'holds on a retry',
];

/** What all scenarios of one requirement come to. `scenarios` are those that carry its tag. */
export function judgeRequirement(
  requirement: ExpectedRequirement,
  scenarios: readonly ScenarioVerdict[],
  input: JudgeInput,
): RequirementVerdict {
  const { id, role, level, statement, sources, why, reading } = requirement;
  return {
    id,
    chapter: requirement.chapter ?? id.replace(/-\d+$/, ''),
    role,
    level,
    statement,
    ...(why === undefined ? {} : { why }),
    ...(reading === undefined ? {} : { reading }),
    sources: [...sources],
    sentences: input.sentences
      .filter((sentence) => sources.includes(sentence.id))
      .map(({ id, text }) => ({ id, text })),
    ...(notClaimed(id, input.run) ?? statusOf(requirement, scenarios, input.run)),
    evidence: addUp(scenarios.map(({ evidence }) => evidence)),
    scenarios: [...scenarios],
  };
}

interface Judged {
  status: Status;
  reason?: string;
}

function notClaimed(id: string, { selection, declaredAbsent = [] }: RunFacts): Judged | undefined {
  if (selection && !selection.ids.includes(id))
    return { status: 'not claimed', reason: `outside of what ${selection.by} asks for` };
  const absent = declaredAbsent.find((entry) => entry.id === id);
  return absent && { status: 'not claimed', reason: `declared absent: ${absent.reason}` };
}

function statusOf(requirement: ExpectedRequirement, scenarios: readonly ScenarioVerdict[], run: RunFacts): Judged {
  if (scenarios.length === 0) return { status: 'not run', reason: 'no scenario yet' };
  const [leftOpen] = scenarios.filter(({ outcome }) => outcome === 'left open');
  if (leftOpen && scenarios.every(({ outcome }) => outcome === 'left open')) return notAsked(leftOpen);
  const worst = WORST_FIRST.map((outcome) => scenarios.find((scenario) => scenario.outcome === outcome)).find(Boolean);
  if (!worst) return { status: 'passed' };
  const reason = worst.reason ?? worst.outcome;
  if (worst.outcome === 'does not hold') return failing(requirement, reason, run);
  if (worst.outcome === 'left out') return notAsked(worst);
  if (worst.outcome === 'holds on a retry') return { status: 'flaky', reason };
  return { status: 'not run', reason: reason + hiddenBehind(worst, scenarios) };
}

/** Whoever provides what is missing would find the rest blocked still. */
function hiddenBehind({ outcome }: ScenarioVerdict, scenarios: readonly ScenarioVerdict[]): string {
  const blocked = scenarios.find((scenario) => scenario.outcome === 'blocked');
  return outcome === 'capability missing' && blocked?.reason ? `; besides, ${blocked.reason}` : '';
}

function notAsked({ reason, outcome }: ScenarioVerdict): Judged {
  return { status: 'not claimed', reason: reason ?? outcome };
}

function failing({ id, level }: ExpectedRequirement, reason: string, { knownFailures = [] }: RunFacts): Judged {
  const known = knownFailures.find((entry) => entry.id === id);
  return known ? { status: 'known failure', reason: known.reason } : { status: FAILING[level], reason };
}
