import { badgen } from 'badgen';
import type { Outcome, RunVerdict } from '../verdict/shape.ts';
import { claimedCount } from './claimed.ts';

/** White text on each of these has a contrast of at least 4.5 : 1. @see WCAG 2.2, 1.4.3 */
const COLOURS: Record<Outcome, string> = {
  conformant: '17693a',
  'non-conformant': 'b3201f',
  incomplete: '7a5200',
  'harness error': '4c5664',
};

/** A flat badge, SVG: the outcome in words, how many of the claimed requirements passed, and what was left out of that. */
export function badge(verdict: RunVerdict): string {
  const svg = badgen({
    label: verdict.suite.name,
    status: messageOf(verdict),
    color: COLOURS[verdict.outcome],
    style: 'flat',
  });
  return `${svg.trim()}\n`;
}

/** A good number must not hide what it does not count. */
function messageOf({ outcome, requirements, counts }: RunVerdict): string {
  const { passed, claimed } = claimedCount(requirements);
  const besides = (['known failure', 'not claimed'] as const).filter((status) => counts[status] > 0);
  return [`${outcome} ${passed} of ${claimed}`, ...besides.map((status) => `${counts[status]} ${status}`)].join(', ');
}
