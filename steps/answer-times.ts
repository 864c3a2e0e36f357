import { Given, Then, When } from '@cucumber/cucumber';
import { nameAndRead } from './support/acts.ts';
import { currentCode, wrongCode } from './support/codes.ts';
import type { Person, Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** Far above what one machine needs for a comparison, and below what a network hides when it is repeated. */
const TELLING_MS = 10;

Given(
  '{int} users have each started to register {string}',
  async function (this: PairWorld, count: number, name: string) {
    for (let each = 1; each <= count; each += 1) {
      const person = await this.newPerson(`user ${each}`);
      // At one moment for all: with the clock moved on for each, the first registrations would be over by the end.
      await this.setUp(person, async () => {
        await person.signInToRegister();
        await nameAndRead(person, name);
      });
      this.crowd.push(person);
    }
  },
);

When(
  'each submits a code of which no digit is right, and one of which all but the last are',
  async function (this: PairWorld) {
    for (const person of this.crowd) {
      this.answerTimesMs.far.push(await timeOf(person, noDigitRight(this, person.registration)));
      this.answerTimesMs.near.push(await timeOf(person, allButTheLast(this, person.registration)));
    }
  },
);

// The quickest of each kind: what slows the machine down adds to some answers, and a delay of the portal's to all.
Then('(as a check, )the answers took as long', async function (this: PairWorld) {
  const { far, near } = this.answerTimesMs;
  const longer = Math.min(...near) - Math.min(...far);
  const holds = near.length > 0 && longer < TELLING_MS;
  await this.observe({
    expected: `of ${near.length} answers each, the quickest less than ${TELLING_MS} ms longer for right digits`,
    seen: holds ? 'no such delay' : `${Math.round(longer)} ms longer`,
    holds,
  });
});

async function timeOf(person: Person, code: string): Promise<number> {
  const form = await person.web.wire.codeForm(person.remember(code));
  return person.web.wire.sendTimed(form);
}

function noDigitRight(world: PairWorld, registration: Registration): string {
  return [...currentCode(world, registration)].map((digit) => (Number(digit) + 5) % 10).join('');
}

function allButTheLast(world: PairWorld, registration: Registration): string {
  const code = currentCode(world, registration);
  const last = [1, 2, 3, 4, 5].map((step) => `${code.slice(0, -1)}${(Number(code.at(-1)) + step) % 10}`);
  return last.find((candidate) => !isNear(world, registration, candidate)) ?? wrongCode(world, registration);
}

function isNear(world: PairWorld, { authenticator, uri }: Registration, code: string): boolean {
  const steps = [-2, -1, 1, 2];
  return steps.some((step) => authenticator.codeAt(world.clock.now() + step * uri.periodSeconds * 1000) === code);
}
