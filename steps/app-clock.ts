import { Given, Then, When } from '@cucumber/cucumber';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given('the clock of the phone is {duration} ahead', async function (this: PairWorld, seconds: number) {
  (await this.person('the user')).phone.setDrift(seconds);
});

Given('the clock of the phone is {duration} behind', async function (this: PairWorld, seconds: number) {
  (await this.person('the user')).phone.setDrift(-seconds);
});

When('the phone is in the time zone {string}', async function (this: PairWorld, zone: string) {
  (await this.person('the user')).phone.setTimeZone(zone);
});

Then('(as a check, )the status bar of the phone says it is {string}', async function (this: PairWorld, wanted: string) {
  const seen = (await this.person('the user')).phone.statusBarTime();
  await this.observe({ expected: wanted, seen, holds: seen === wanted });
});

// In whatever words: they are those that are gone once the clock is right.
Then(
  '(as a check, )the app tells {person} that the clock of the phone is wrong',
  async function (this: PairWorld, person: Person) {
    const wrong = await wordsOf(person);
    person.phone.setDrift(0);
    await person.signInToApp();
    const right = await wordsOf(person);
    const told = wrong.filter((words) => !right.includes(words));
    await this.observe({
      expected: 'words that are not there when the clock is right',
      seen: told.join(', ') || `the same as with the right time: ${right.join(', ')}`,
      holds: told.length > 0,
    });
  },
);

async function wordsOf({ phone }: Person): Promise<string[]> {
  const { title, message, notice } = await phone.screen();
  return [title, message, notice].filter((words) => words !== undefined);
}
