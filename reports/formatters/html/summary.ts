import type { RunVerdict } from '../../verdict/shape.ts';
import { between, duration, moment, OUTCOMES } from './words.ts';

/** The head of the page: what came out, of what, and how to get it again. */
export interface Summary {
  meaning: string;
  /** The verdict's own sentence; the ids at its end apart from it, for there may be many. */
  reason: { words: string; ids: string[] };
  /** In real time, to the second. */
  started: string;
  took: string;
  declarations: { name: string; value: string }[];
}

export function summaryOf(verdict: RunVerdict): Summary {
  const { outcome, reason, startedAt, finishedAt, target } = verdict;
  return {
    meaning: OUTCOMES[outcome],
    reason: reasonOf(reason),
    started: moment(startedAt.replace(/\.\d+Z$/, 'Z')),
    took: duration(Math.round(between(startedAt, finishedAt) / 100) * 100),
    declarations: Object.entries(target.declarations).map(([name, value]) => ({ name, value: declared(name, value) })),
  };
}

function reasonOf(reason: string): Summary['reason'] {
  const [, words = reason, ids = ''] = /^(.*) \(((?:[A-Z]{3}-\d{2}(?:, )?)+)\)$/.exec(reason) ?? [];
  return { words, ids: ids.split(', ').filter(Boolean) };
}

/** The unit of a number is in its name. */
function declared(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (name.endsWith('EpochMs')) return moment(new Date(value).toISOString());
  return name.endsWith('Seconds') ? duration(value * 1000) : String(value);
}
