import type { Level, Outcome, ScenarioOutcome, Status } from '../../verdict/shape.ts';
import { count } from '../../verdict/words.ts';

/** Colour alone tells nobody who cannot see it. */
export const SIGNS: Record<Status, string> = {
  passed: '✓',
  failed: '✕',
  warned: '!',
  informed: 'i',
  'not run': '–',
  'not claimed': '○',
  'known failure': '◆',
  flaky: '~',
};

export const SCENARIO_SIGNS: Record<ScenarioOutcome, string> = {
  holds: '✓',
  'holds on a retry': '~',
  'does not hold': '✕',
  'harness error': '–',
  'capability missing': '–',
  'left open': '○',
  'left out': '○',
  blocked: '–',
  interrupted: '–',
  'evidence missing': '–',
};

/** What each outcome means to somebody who has never seen a report of this kind. */
export const OUTCOMES: Record<Outcome, string> = {
  conformant: 'Everything that was asked for and claimed was shown to hold.',
  'non-conformant': 'Something that has to hold was looked at, and does not.',
  incomplete:
    'Nothing that has to hold was seen to fail, but not all of it could be looked at: nothing can be promised.',
  'harness error': 'The suite itself went wrong, so the run says nothing of the implementation as a whole.',
};

/** The words of RFC 2119, for whoever has not read it. */
export const LEVELS: Record<Level, string> = { MUST: 'has to hold', SHOULD: 'recommended', MAY: 'optional' };

/** Why nothing was shown, for whoever owns the product: no sentence of a test, no address, no control. */
export const UNSHOWN: Partial<Record<ScenarioOutcome, string>> = {
  'harness error': 'The suite itself went wrong here.',
  blocked: 'Something else on the way there did not work, so it could not be looked at.',
  interrupted: 'The run was stopped before its turn.',
  'evidence missing': 'Not all that has to be looked at was looked at.',
};

/** As an id, a class or a value that a selector can name. */
export function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** "2026-11-24 08:00:10 UTC", from ISO 8601 in UTC. */
export function moment(iso: string): string {
  return iso.replace('T', ' ').replace(/(?:\.000)?Z$/, ' UTC');
}

const UNITS: readonly [string, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** In its two largest units: "2 days 4 hours", "30 s", "0.5 s". */
export function duration(milliseconds: number): string {
  const parts: string[] = [];
  let left = milliseconds;
  for (const [name, size] of UNITS) {
    const amount = Math.floor(left / size);
    if (amount > 0) parts.push(count(amount, name));
    left -= amount * size;
  }
  if (left > 0 || parts.length === 0) parts.push(`${Number((left / 1000).toFixed(3))} s`);
  return parts.slice(0, 2).join(' ');
}

/** Milliseconds from one instant to another, both ISO 8601; 0 where one of them is no instant. */
export function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from) || 0;
}
