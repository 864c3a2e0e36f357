import type { KillMatrix } from '../kill-matrix/shape.ts';
import { count } from '../verdict/words.ts';

/** So many complaints fit on one screen beside the summary. */
const MOST_COMPLAINTS = 20;

/** What the suite caught, for a terminal. */
export function killMatrixText(matrix: KillMatrix): string {
  const { complaints, seconds } = matrix;
  const hidden = complaints.length - MOST_COMPLAINTS;
  return [
    `${headlineOf(matrix)}: ${summaryOf(matrix)}`,
    ...complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `  ${complaint}`),
    ...(hidden > 0 ? [`  and ${hidden} more, in the matrix`] : []),
    ...(matrix.interrupted ? [`  interrupted when ${triedOf(matrix)} had been tried`] : []),
    ...(matrix.knownBads.length > 0 ? scoreLines(matrix) : []),
    `  time       ${seconds.toFixed(0)} s`,
  ].join('\n');
}

/** In a word, whether the suite can be trusted. */
export function headlineOf({ holds, complaints }: KillMatrix): string {
  if (holds) return 'the suite holds';
  return complaints.length > 0 ? 'the suite does not hold' : 'it was not shown that the suite holds';
}

/** How the correct implementation fared. */
export function colourOf({ isGreen, statuses }: KillMatrix['twin']): string {
  if (isGreen) return 'all green';
  return Object.keys(statuses).length > 0 ? 'not all green' : 'not tried to its end';
}

/** How much of what was planned is in the matrix. */
export function triedOf({ knownBads, lawful, planned }: KillMatrix): string {
  return `${knownBads.length + lawful.length} of ${planned}`;
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
  return [
    `  score      ${scores}`,
    `  correct    ${count(Object.keys(twin.statuses).length, 'requirement')}, ${colourOf(twin)}`,
    ...(notShown.length > 0 ? [`  not shown  ${notShown.map(({ id }) => id).join(' ')}`] : []),
  ];
}
