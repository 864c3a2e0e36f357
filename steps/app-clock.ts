import { Given, Then, When } from '@cucumber/cucumber';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given('the clock of the phone is {duration} ahead', async function (this: PairWorld, seconds: number) {
  await (await this.person('the user')).phone.setDrift(seconds);
});

Given('the clock of the phone is {duration} behind', async function (this: PairWorld, seconds: number) {
  await (await this.person('the user')).phone.setDrift(-seconds);
});

When('the phone is in the time zone {string}', async function (this: PairWorld, zone: string) {
  await (await this.person('the user')).phone.setTimeZone(zone);
});

Then('(as a check, )the status bar of the phone says it is {string}', async function (this: PairWorld, wanted: string) {
  const seen = await (await this.person('the user')).phone.statusBarTime();
  await this.observe({ expected: wanted, seen, holds: seen === wanted });
});

// In whatever words: they are those that are gone once the clock is right.
Then(
  '(as a check, )the app tells {person} that the clock of the phone is wrong',
  async function (this: PairWorld, person: Person) {
    const { told, right } = await toldOfClock(person);
    await this.observe({
      expected: 'words that are not there when the clock is right',
      seen: told.join(', ') || `the same as with the right time: ${right.join(', ')}`,
      holds: told.length > 0,
    });
  },
);

// A Date header leaves out the fractions of a second: nobody can know of one second.
Then(
  '(as a check, )the app tells {person} nothing of the clock of the phone',
  async function (this: PairWorld, person: Person) {
    const { told, right } = await toldOfClock(person);
    await this.observe({
      expected: `the same words as when the clock is right: ${right.join(', ')}`,
      seen: told.join(', ') || 'the same',
      holds: told.length === 0,
    });
  },
);

/** What the app says with the clock as it is, beyond what it says once the clock is right. */
async function toldOfClock(person: Person): Promise<{ told: string[]; right: string[] }> {
  const wrong = await wordsOf(person);
  await person.phone.setDrift(0);
  await person.signInToApp();
  const right = await wordsOf(person);
  return { told: wrong.filter((words) => !right.includes(words)), right };
}

async function wordsOf({ phone }: Person): Promise<string[]> {
  const { title, message, notice } = await phone.screen();
  return [title, message, notice].filter((words) => words !== undefined);
}
