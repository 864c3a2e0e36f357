import { Then, When } from '@cucumber/cucumber';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { registerSecondPhone, submitCode } from './support/acts.ts';
import { currentCode, moveToOrdinaryCodes } from './support/codes.ts';
import { secretsShown } from './support/looks.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

const LETTERS = 'Qrstuvwxyz';
/** Eight minutes: within the life of any pending registration. */
const PENDING_STEPS = 16;

When(
  '{person} names the device with {length} and selects Next',
  async function (this: PairWorld, person: Person, length: number) {
    person.chosenName = LETTERS.repeat(Math.ceil(length / LETTERS.length)).slice(0, length);
    await person.web.nameDevice(person.chosenName);
    person.news = await person.web.next();
    if (!(await person.web.qrCode())) return;
    await person.rememberRegistration(person.chosenName);
    await moveToOrdinaryCodes(this, person, { withinSteps: PENDING_STEPS });
  },
);

Then(
  '(as a check, )the web lists that name for {person} exactly once',
  async function (this: PairWorld, person: Person) {
    await observeKept(this, person, 'it is listed once, to the letter');
  },
);

Then(
  '(as a check, )the web refuses that name with a message, or keeps it to the letter',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const expected = 'a message and no QR code, or the name listed once, to the letter';
    if (await person.web.qrCode()) {
      await submitCode(person, currentCode(this, person.registration));
      return observeKept(this, person, expected);
    }
    const shown = await secretsShown(person.web);
    const message = person.news.join(' ');
    const seen = [message ? 'refused with a message' : 'refused without a message', ...shown].join('; ');
    await this.observe({ expected, seen, holds: message !== '' && shown.length === 0 });
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
    await registerSecondPhone(this, person, 'work phone');
    const lines = (await person.web.devices.lines()).filter((line) => standsIn(line, 'work phone'));
    const holds = lines.length > 1 && new Set(lines).size === lines.length;
    return this.observe({ expected, seen: `${lines.length} lines with this name: ${lines.join(' / ')}`, holds });
  },
);

async function observeKept(world: PairWorld, person: Person, expected: string): Promise<void> {
  const times = await person.web.devices.count(person.chosenName);
  const seen = `a name of ${person.chosenName.length} characters is listed ${times} times to the letter`;
  await world.observe({ expected, seen, holds: times === 1 });
}
