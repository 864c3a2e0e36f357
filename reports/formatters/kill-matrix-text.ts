import type { KillMatrix } from '../kill-matrix/shape.ts';
import { count } from '../verdict/words.ts';

/** So many complaints fit on one screen beside the summary. */
const MOST_COMPLAINTS = 20;

/** What the suite caught, for a terminal. */
export function killMatrixText({ holds, complaints, knownBads, score, twin, seconds, notShown }: KillMatrix): string {
  const killed = knownBads.filter(({ isKilled }) => isKilled).length;
  const surprises = knownBads.reduce((sum, one) => sum + one.surprises.length, 0);
  const scores = score.map(({ severity, tried, killed: some }) => `${severity} ${some}/${tried}`).join(', ');
  const correct = `${Object.keys(twin.statuses).length} requirements, ${twin.isGreen ? 'all green' : 'not all green'}`;
  const hidden = complaints.length - MOST_COMPLAINTS;
  return [
    `${holds ? 'the suite holds' : 'the suite does not hold'}: ${killed} of ${count(knownBads.length, 'known-bad')} killed, ${count(surprises, 'surprise')}`,
    ...complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `  ${complaint}`),
    ...(hidden > 0 ? [`  and ${count(hidden, 'more')}`] : []),
    `  score      ${scores}`,
    `  correct    ${correct}`,
    ...(notShown.length > 0 ? [`  not shown  ${notShown.map(({ id }) => id).join(' ')}`] : []),
    `  time       ${seconds.toFixed(0)} s`,
  ].join('\n');
}
