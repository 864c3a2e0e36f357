import { Then, When } from '@cucumber/cucumber';
import { submitCode } from './support/acts.ts';
import { codeAt, moveToOrdinaryCodes, wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { signInSending } from './support/sign-in-sending.ts';
import { wordsOf } from './support/told.ts';
import type { PairWorld } from './support/world.ts';

/** Far more than fits a field, a list or a memory. */
const LONG_NAME = 'A phone with a name that has no end '.repeat(10);
/** What may become of a long name. */
const TAKEN = 'it was not refused';
const KEPT = 'it is in the field';

When('{person} names the device with 360 letters and selects Next', async (person: Person) => {
  await person.web.nameDevice(LONG_NAME);
  person.news = await person.next();
});

When("{person}'s registration is {int} minutes old", async function (this: PairWorld, person: Person, minutes: number) {
  // A scenario begins with it, at the start of the clock.
  await this.clock.set(this.parameters.startEpochMs + minutes * 60_000);
  await moveToOrdinaryCodes(this, person, { withinSteps: 2 });
});

When(
  '{person} submits two codes of a phone whose clock is {duration} ahead',
  async function (this: PairWorld, person: Person, seconds: number) {
    await submitCode(person, await codeAt(this, person.registration, seconds));
    const { news } = person;
    await submitCode(person, await codeAt(this, person.registration, seconds));
    // What stays on the page is no news the second time.
    person.news = [...news, ...person.news];
  },
);

Then(
  '(as a check, )the name is still there for {person}, or was taken',
  async function (this: PairWorld, person: Person) {
    const seen = await whatBecameOfName(person);
    await this.observe({
      expected: 'a name that is refused stays in its field, to be made shorter',
      seen,
      holds: seen === TAKEN || seen === KEPT,
    });
  },
);

Then('(as a check, )the page tells {person} how much time there is', async function (this: PairWorld, person: Person) {
  const told = (await person.web.accessible.lines()).filter((line) => this.labels.aboutTimeLimit.test(line));
  await this.observe({
    expected: 'minutes, or when it ends, among the words beside the QR code',
    seen: wordsOf(told) || 'no word of it',
    holds: told.length > 0,
  });
});

Then('(as a check, )the web tells {person} to look at the clock of the phone', observeClock);

Then(
  '(as a check, )the app tells {person} a code used before from a wrong one',
  async function (this: PairWorld, person: Person) {
    const used = await messageTo(person, { code: person.lastCode });
    const wrong = await messageTo(person, { code: wrongCode(this, person.registration) });
    await this.observe({
      expected: 'one message for a wrong code, and another for one that was used',
      seen: used === wrong ? `the same for both: ${used}` : `used: ${used}; wrong: ${wrong}`,
      holds: used !== '' && used !== wrong,
    });
  },
);

Then(
  "(as a check, )somebody without {person}'s password is not told that a code was used before",
  async function (this: PairWorld, person: Person) {
    const password = `not ${person.credentials.password}`;
    const used = await messageTo(person, { password, code: person.lastCode });
    const wrong = await messageTo(person, { password, code: wrongCode(this, person.registration) });
    await this.observe({
      expected: 'the same message for a used code as for a wrong one',
      seen: used === wrong ? `the same: ${used}` : `used: ${used}; wrong: ${wrong}`,
      holds: used === wrong,
    });
  },
);

async function whatBecameOfName({ web }: Person): Promise<string> {
  if (await web.isAskedForCode()) return TAKEN;
  if (!(await web.isAskedForName())) return 'the field for the name is gone';
  const { value } = await web.accessible.field('name');
  return value.trim() === LONG_NAME.trim() ? KEPT : `${value.length} of its letters are in the field`;
}

async function observeClock(this: PairWorld, person: Person): Promise<void> {
  const told = person.news.filter((line) => this.labels.aboutClock.test(line));
  await this.observe({
    expected: "a word of the phone's clock, date or time in the message",
    seen: wordsOf(told) || `no word of it: ${wordsOf(person.news)}`,
    holds: told.length > 0,
  });
}

/** What the app says when somebody signs in with a code that is not the phone's. */
async function messageTo(
  { phone, credentials }: Person,
  { code, password = credentials.password }: { code: string; password?: string },
): Promise<string> {
  await signInSending({ phone, credentials: { ...credentials, password } }, () => code);
  return (await phone.screen()).message ?? '';
}
