import { Then, When } from '@cucumber/cucumber';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { submitCode } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import { secretsShown } from './support/looks.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** A control character stands for what it would do: no page can show it, so a portal may show a space or nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
const CONTROLS = /[\s\u0000-\u001f\u007f]+/g;

When(
  '{person} registers the phone with a name of {oddName}',
  async function (this: PairWorld, person: Person, name: string) {
    await person.web.nameDevice(name);
    await finish(this, person, { name, news: await person.web.next() });
  },
);

When(
  '{person} registers the phone with a name with {controlName}',
  async function (this: PairWorld, person: Person, name: string) {
    const before = await person.web.lines();
    await person.web.wire.send(await person.web.wire.nameForm(name));
    const news = (await person.web.lines()).filter((line) => !before.includes(line));
    await finish(this, person, { name, news });
  },
);

Then(
  '(as a check, )the web lists that name for {person} as text, or has refused it with a message',
  async function (this: PairWorld, person: Person) {
    const expected = 'the name once, letter by letter, or a message and no QR code';
    if (person.registrations.length === 0) {
      const shown = await secretsShown(person.web);
      const message = person.news.join(' ');
      const seen = [message ? 'refused with a message' : 'refused without a message', ...shown].join('; ');
      return this.observe({ expected, seen, holds: message !== '' && shown.length === 0 });
    }
    const plain = person.chosenName.replace(CONTROLS, ' ');
    const spellings = [plain, plain.replaceAll(' ', ''), person.chosenName];
    const lines = await person.web.devices.lines();
    const listed = lines.filter((line) => spellings.some((spelling) => standsIn(line, spelling)));
    return this.observe({ expected, seen: `it is listed ${listed.length} times`, holds: listed.length === 1 });
  },
);

async function finish(
  world: PairWorld,
  person: Person,
  { name, news }: { name: string; news: string[] },
): Promise<void> {
  person.chosenName = name;
  person.news = news;
  if (!(await person.web.qrCode())) return;
  await person.rememberRegistration(name);
  await submitCode(person, currentCode(world, person.registration));
}
