import { Then, When } from '@cucumber/cucumber';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { readQrCode, submitCode } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import { readListing } from './support/listing.ts';
import { secretsShown } from './support/looks.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

const LETTERS = 'Qrstuvwxyz';

When(
  '{person} names the device with {length} and selects Next',
  async function (this: PairWorld, person: Person, length: number) {
    await giveName(this, person, LETTERS.repeat(Math.ceil(length / LETTERS.length)).slice(0, length));
  },
);

When(
  '{person} gives the device the same name, {string}',
  async function (this: PairWorld, person: Person, name: string) {
    await giveName(this, person, name);
  },
);

When('{person} submits the current code, where that name was taken', async function (this: PairWorld, person: Person) {
  if (isTaken(person)) await submitCode(person, currentCode(this, person.registration));
});

Then(
  '(as a check, )the web lists that name for {person} exactly once',
  async function (this: PairWorld, person: Person) {
    await observeKept(this, person, 'the name is taken, and listed once, to the letter');
  },
);

Then(
  '(as a check, )the web refuses that name with a message, or keeps it to the letter',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const expected = 'a message and the field again, or the name listed once, to the letter';
    if (isTaken(person)) {
      await submitCode(person, currentCode(this, person.registration));
      return observeKept(this, person, expected);
    }
    const shown = await secretsShown(person.web);
    const asksAgain = await person.web.isAskedForName();
    const message = person.news.join(' ');
    const refusal = message ? 'refused with a message' : 'refused without a message';
    const seen = [refusal, asksAgain ? 'the field again' : 'no field', ...shown].join('; ');
    await this.observe({ expected, seen, holds: message !== '' && asksAgain && shown.length === 0 });
  },
);

// Reading A-10: both are right, as long as a person can tell the two devices apart.
Then(
  '(as a check, )the web refuses the name, or tells the two apart once both are registered',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const expected = 'the second is refused with a message, or the two are listed in different words';
    if (!(await person.web.qrCode())) {
      const message = person.news.join(' ');
      const seen = message === '' ? 'no QR code, and no message' : 'refused with a message';
      return this.observe({ expected, seen, holds: message !== '' });
    }
    const name = this.named('work phone');
    await readQrCode(this, person, name);
    await submitCode(person, currentCode(this, person.registration));
    await readListing(this, person, { name, atLeast: 2 });
    const lines = (await person.web.devices.lines()).filter((line) => standsIn(line, name));
    const holds = lines.length > 1 && new Set(lines).size === lines.length;
    return this.observe({ expected, seen: `${lines.length} lines with this name: ${lines.join(' / ')}`, holds });
  },
);

/** Gives the name, and remembers the registration that begins thereby, if one does. */
async function giveName(world: PairWorld, person: Person, name: string): Promise<void> {
  person.chosenName = name;
  await person.web.nameDevice(name);
  person.news = await person.next();
  if (!(await person.web.qrCode())) return;
  await readQrCode(world, person, name);
}

/** Whether the name that was given last led to a QR code. */
function isTaken({ registrations, chosenName }: Person): boolean {
  return registrations.at(-1)?.name === chosenName;
}

async function observeKept(world: PairWorld, person: Person, expected: string): Promise<void> {
  const { times } = await readListing(world, person, { name: person.chosenName });
  const outcome = isTaken(person) ? `listed ${times} times to the letter` : 'refused';
  const seen = `a name of ${person.chosenName.length} characters is ${outcome}`;
  await world.observe({ expected, seen, holds: times === 1 });
}
