import { defineParameterType } from '@cucumber/cucumber';
import { rfcKeyUri } from './key-uris.ts';
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

const SECONDS: Record<string, number> = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  step: 30,
  hour: 3600,
  day: 86_400,
};

/** A stretch of time, in seconds. A step is 30 seconds, as in every key URI that says nothing else. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (millisecond|second|minute|step|hour|day)s?/,
  transformer: (count: string, unit: string) => Number(count) * (SECONDS[unit] ?? 0),
});

/** Which way in time: -1 for what is over. */
defineParameterType({
  name: 'direction',
  regexp: /in the past|in the future/,
  transformer: (where: string) => (where === 'in the past' ? -1 : 1),
});

/** How far from now a code is, in seconds; negative for what is over. */
defineParameterType({
  name: 'distance',
  regexp: /(\d+) (step|hour)s? (ago|ahead)/,
  transformer: (count: string, unit: string, way: string) =>
    Number(count) * (SECONDS[unit] ?? 0) * (way === 'ago' ? -1 : 1),
});

/** How long a device name is. */
defineParameterType({
  name: 'length',
  regexp: /(\d+) characters?|as many characters as declared|(\d+) characters? more than declared/,
  transformer(this: PairWorld, exactly?: string, more?: string): number {
    return exactly === undefined ? longestName(this) + Number(more ?? 0) : Number(exactly);
  },
});

/** Where nothing is declared, the least that has to be allowed. @see reading A-10 */
function longestName({ target }: PairWorld): number {
  return target.declares.nameMax ?? 32;
}

/** The key that the RFCs print their codes for, in a key URI that asks for these parameters. */
defineParameterType({
  name: 'rfcKey',
  regexp: /the RFCs' key for (\w+) with (\d) digits and a period of (\d+) seconds/,
  transformer: (algorithm: string, digits: string, periodSeconds: string) =>
    rfcKeyUri(algorithm, { digits: Number(digits), periodSeconds: Number(periodSeconds) }),
});
