import type { KillMatrix } from '../kill-matrix/shape.ts';
import { count } from '../verdict/words.ts';

/** So many complaints fit on one screen beside the summary. */
const MOST_COMPLAINTS = 20;

/** What the suite caught, for a terminal. */
export function killMatrixText(matrix: KillMatrix): string {
  const { holds, complaints, seconds } = matrix;
  const hidden = complaints.length - MOST_COMPLAINTS;
  return [
    `${holds ? 'the suite holds' : 'the suite does not hold'}: ${summaryOf(matrix)}`,
    ...complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `  ${complaint}`),
    ...(hidden > 0 ? [`  and ${hidden} more, in the matrix`] : []),
    ...(matrix.knownBads.length > 0 ? scoreLines(matrix) : []),
    `  time       ${seconds.toFixed(0)} s`,
  ].join('\n');
}

function summaryOf({ knownBads, lawful }: KillMatrix): string {
  if (knownBads.length === 0) {
    const green = lawful.filter(({ isGreen }) => isGreen).length;
    return `nothing was found in ${green} of ${count(lawful.length, 'lawful variant')}`;
  }
  const killed = knownBads.filter(({ isKilled }) => isKilled).length;
  const surprises = knownBads.reduce((sum, one) => sum + one.surprises.length, 0);
  return `${killed} of ${count(knownBads.length, 'known-bad')} killed, ${count(surprises, 'surprise')}`;
}

function scoreLines({ score, twin, notShown }: KillMatrix): string[] {
  const scores = score.map(({ severity, tried, killed: some }) => `${severity} ${some}/${tried}`).join(', ');
  const green = twin.isGreen ? 'all green' : 'not all green';
  return [
    `  score      ${scores}`,
    `  correct    ${count(Object.keys(twin.statuses).length, 'requirement')}, ${green}`,
    ...(notShown.length > 0 ? [`  not shown  ${notShown.map(({ id }) => id).join(' ')}`] : []),
  ];
}
