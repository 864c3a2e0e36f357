import type { RequirementVerdict, RunVerdict, Status } from '../../verdict/shape.ts';
import { byReason } from '../groups.ts';

/** Requirements of one status that share why. */
interface Shortfall {
  reason: string;
  /** What to do about it, where the reason says so. */
  remedy?: string;
  ids: string[];
}

export interface ShortfallList {
  status: Status;
  title: string;
  meaning: string;
  shortfalls: Shortfall[];
}

const LISTS: readonly Omit<ShortfallList, 'shortfalls'>[] = [
  {
    status: 'not run',
    title: 'Not run',
    meaning: 'Nothing is known of these: what is needed to look at them was missing or did not work.',
  },
  { status: 'flaky', title: 'Flaky', meaning: 'These held only when they were tried again, which shows nothing.' },
  {
    status: 'not claimed',
    title: 'Not claimed',
    meaning: 'These were not asked, or the target says that it has no such thing.',
  },
];

/** What was not shown to hold and not seen to fail; only lists that have something to tell. */
export function shortfallsOf(verdict: RunVerdict): ShortfallList[] {
  return LISTS.map((list) => ({ ...list, shortfalls: shortfalls(verdict, list.status) })).filter(
    (list) => list.shortfalls.length > 0,
  );
}

function shortfalls(verdict: RunVerdict, status: Status): Shortfall[] {
  return byReason(verdict, status).map(({ reason, ids }) => {
    const isLack = verdict.requirements.some((requirement) => ids.includes(requirement.id) && lacks(requirement));
    const cut = isLack ? reason.indexOf(': ') : -1;
    return cut === -1 ? { reason, ids } : { reason: reason.slice(0, cut), remedy: reason.slice(cut + 2), ids };
  });
}

/** Its reason is a capability with the way to provide it, told as "needs clock control: say …". */
function lacks({ reason, scenarios }: RequirementVerdict): boolean {
  return scenarios.some((scenario) => scenario.outcome === 'capability missing' && scenario.reason === reason);
}
