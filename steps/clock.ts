import { Given, When } from '@cucumber/cucumber';
import { searchForward } from '../simulators/clock/search-forward.ts';
import { Blocked } from '../simulators/errors.ts';
import { somebodyAnswers } from '../simulators/network/somebody-answers.ts';
import { nameAndRead } from './support/acts.ts';
import { instantsAhead } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { stepsToSpare } from './support/time-to-spare.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

/** Of a hundred keys none has a code with a leading zero in the next two or three steps once in 30,000 runs, or more rarely. */
const MOST_KEYS = 100;

/** Until then the nanoseconds since 1970 are numbers of 64 bits, as Python and others keep the time of day. */
const END_OF_NANOSECONDS = Date.parse('2262-04-11T23:47:16Z');

Given('it is {string}', async function (this: PairWorld, instant: string) {
  await this.clock.set(Date.parse(instant));
  const { target } = this;
  if (target.clock.kind !== 'faketime' || this.clock.now() < END_OF_NANOSECONDS) return undefined;
  if (await somebodyAnswers(target.portalUrl)) return undefined;
  return this.leaveOpen(`a program that lives in ${instant.slice(0, 4)}`, 'its language knows no such time of day');
});

Given('the clock is {duration} after the rule began', async function (this: PairWorld, seconds: number) {
  await this.clock.set(this.target.declares.enforcementEpochMs + seconds * 1000);
});

Given('the clock is {duration} before the rule began', async function (this: PairWorld, seconds: number) {
  await this.clock.set(this.target.declares.enforcementEpochMs - seconds * 1000);
});

When('{duration} pass(es)', async function (this: PairWorld, seconds: number) {
  await this.clock.advance(seconds);
});

When('the declared waiting time passes', async function (this: PairWorld) {
  await this.clock.advance(this.target.declares.throttleReleaseSeconds);
});

When('the declared life of a registration passes', async function (this: PairWorld) {
  await this.clock.advance(this.target.declares.pendingSeconds);
});

Given('{person} has started to register {string} when its code begins with a zero', startAtLeadingZero);

When(
  'the clock has moved on to a code of {person} that begins with two zeros',
  moveOnTo((code) => code.startsWith('00')),
);

When(
  'the clock has moved on to a code of {person} that begins with no zero',
  moveOnTo((code) => !code.startsWith('0')),
);

function moveOnTo(isWanted: (code: string) => boolean) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    const { authenticator } = person.registration;
    const { periodSeconds } = authenticator;
    const holds = (atEpochMs: number) => isWanted(authenticator.codeAt(atEpochMs));
    const found = searchForward({ fromEpochMs: this.clock.now(), periodSeconds, holds });
    await this.clock.set(Math.max(found, this.clock.now()));
  };
}

/**
 * A pending registration does not live for ever, so the clock moves on a few steps at most; a key without such a code
 * in them is left, and another one asked for.
 */
async function startAtLeadingZero(this: PairWorld, person: Person, name: string): Promise<void> {
  await this.setUp(person, async () => {
    await signInOnWeb(this, person);
    await this.clock.set(await instantOfLeadingZero(this, person, name));
  });
}

async function instantOfLeadingZero(world: PairWorld, person: Person, name: string): Promise<number> {
  for (let tries = 1; tries <= MOST_KEYS; tries += 1) {
    const before = person.registrations.at(-1)?.symbolText;
    await person.openRegistration();
    await nameAndRead(person, name);
    const { authenticator } = person.registration;
    const steps = stepsToSpare(world, person);
    // A portal may show the same key until it is confirmed: it has to be sought further on, for each view of it is a beginning.
    if (person.registration.symbolText === before) await world.clock.advance(steps * authenticator.periodSeconds);
    const instants = instantsAhead(world, person.registration, steps);
    const found = instants.find((atEpochMs) => authenticator.codeAt(atEpochMs).startsWith('0'));
    if (found !== undefined) return found;
  }
  throw new Blocked(`wanted a code that begins with a zero, none of ${MOST_KEYS} keys has one in the next steps`);
}
