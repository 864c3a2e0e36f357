import { Given, Then, When } from '@cucumber/cucumber';
import { startToRegister } from './support/acts.ts';
import { currentCode, wrongCode } from './support/codes.ts';
import type { Person, Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** Far above what one machine needs for a comparison, and below what a network hides when it is repeated. */
const TELLING_MS = 5;

Given(
  '{int} users have each started to register {string}',
  async function (this: PairWorld, count: number, name: string) {
    for (let each = 1; each <= count; each += 1) {
      const person = await this.newPerson(`user ${each}`);
      await startToRegister(this, person, name);
      this.crowd.push(person);
    }
  },
);

When(
  'each submits a code of which no digit is right, and one of which all but the last are',
  async function (this: PairWorld) {
    for (const [index, person] of this.crowd.entries()) {
      const codes = [noDigitRight(this, person.registration), allButTheLast(this, person.registration)];
      const [far = 0, near = 0] = await timesOf(person, index % 2 === 0 ? codes : codes.toReversed());
      this.delaysMs.push(index % 2 === 0 ? near - far : far - near);
    }
  },
);

// The median of pairs taken one right after another: what slows the machine down slows both down.
Then('(as a check, )the answers took as long', async function (this: PairWorld) {
  const middle = this.delaysMs.toSorted((one, other) => one - other)[Math.floor(this.delaysMs.length / 2)] ?? 0;
  const holds = this.delaysMs.length > 0 && middle < TELLING_MS;
  await this.observe({
    expected: `in the middle of ${this.delaysMs.length} pairs less than ${TELLING_MS} ms longer for right digits`,
    seen: holds ? 'no such delay' : `${Math.round(middle)} ms longer`,
    holds,
  });
});

async function timesOf(person: Person, codes: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const code of codes) {
    const form = await person.web.wire.codeForm(person.remember(code));
    times.push(await person.web.wire.sendTimed(form));
  }
  return times;
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
