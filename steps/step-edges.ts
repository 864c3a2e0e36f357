import { Then, When } from '@cucumber/cucumber';
import { Unprovided } from '../simulators/errors.ts';
import { submitCode } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import { readListing } from './support/listing.ts';
import type { Person, Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** Steps to either side whose codes a portal may accept, and the one that is looked at must therefore not equal. */
const NEAR_STEPS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
const RUNS_ON = 'what is sent in the last millisecond of a step arrives after it, where the clock does not stand still';
/** Of codes that are ordinary already there are enough. */
const MOST_STEPS = 2;

When('{person} submits the current code in the first millisecond of its step', atFirst(0));
When('{person} submits the current code in the last millisecond of its step', atLast(0));
When(
  '{person} submits the code of {distance} in the first millisecond of a step',
  function (this: PairWorld, person: Person, seconds: number) {
    return atFirst(seconds).call(this, person);
  },
);
When(
  '{person} submits the code of {distance} in the last millisecond of a step',
  function (this: PairWorld, person: Person, seconds: number) {
    return atLast(seconds).call(this, person);
  },
);

/** Whatever window a portal has, a code is taken all through a step or at no time of it. */
Then('(as a check, )both fare alike', async function (this: PairWorld) {
  const people = [await this.person('the user'), await this.person('another user')];
  const taken: boolean[] = [];
  for (const person of people) {
    taken.push((await readListing(this, person, { name: person.registration.name })).times === 1);
  }
  const [first, last] = taken.map((isTaken) => (isTaken ? 'taken' : 'refused'));
  await this.observe({
    expected: `${first} in the first millisecond, so ${first} in the last`,
    seen: `${last} in the last millisecond`,
    holds: first === last,
  });
});

function atFirst(seconds: number) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    await this.clock.set(plainStep(this, person.registration, seconds));
    await submitAway(this, person, seconds);
  };
}

function atLast(seconds: number) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    if (!this.clock.canBeMoved) throw new Unprovided('clock control', RUNS_ON);
    const { periodSeconds } = person.registration.uri;
    await this.clock.set(plainStep(this, person.registration, seconds) + periodSeconds * 1000 - 1);
    await submitAway(this, person, seconds);
  };
}

async function submitAway(world: PairWorld, person: Person, seconds: number): Promise<void> {
  const { authenticator } = person.registration;
  const code =
    seconds === 0 ? currentCode(world, person.registration) : authenticator.codeAt(world.clock.now() + seconds * 1000);
  await submitCode(person, code);
}

/** The beginning of the next step in which this code equals none near it, and begins with no zero. */
function plainStep(world: PairWorld, { authenticator, uri }: Registration, seconds: number): number {
  const periodMs = uri.periodSeconds * 1000;
  const next = (Math.floor(world.clock.now() / periodMs) + 1) * periodMs;
  const starts = Array.from({ length: MOST_STEPS }, (_, step) => next + step * periodMs);
  const isPlain = (atEpochMs: number) => {
    const code = authenticator.codeAt(atEpochMs + seconds * 1000);
    const near = NEAR_STEPS.map((step) => authenticator.codeAt(atEpochMs + step * periodMs));
    return !code.startsWith('0') && near.filter((other) => other === code).length === 1;
  };
  return starts.find(isPlain) ?? next;
}
