import { defineParameterType } from '@cucumber/cucumber';
import { ODD_VALUES } from './odd-values.ts';
import type { Person } from './person.ts';
import type { PairWorld } from './world.ts';

/** Somebody in a sentence; a fresh account comes with the first mention. */
defineParameterType({
  name: 'person',
  regexp: /the user|another user/,
  transformer(this: PairWorld, name: string): Promise<Person> {
    return this.person(name);
  },
});

const SECONDS: Record<string, number> = { millisecond: 0.001, second: 1, step: 30, hour: 3600, day: 86_400 };

/** A stretch of time, in seconds. A step is 30 seconds, as in every key URI that says nothing else. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (millisecond|second|step|hour|day)s?/,
  transformer: (count: string, unit: string) => Number(count) * (SECONDS[unit] ?? 0),
});

const BLANKS: Record<string, string> = {
  'nothing at all': '',
  spaces: '   ',
  'a tab': '\t',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
};

/** A name that looks like none. */
defineParameterType({
  name: 'blank',
  regexp: Object.keys(BLANKS),
  transformer: (blank: string) => BLANKS[blank] ?? '',
});

/** Something that is no code. */
defineParameterType({
  name: 'oddValue',
  regexp: Object.keys(ODD_VALUES),
  transformer: (kind: string) => ODD_VALUES[kind],
});
