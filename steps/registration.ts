import { type DataTable, Then, When } from '@cucumber/cucumber';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { nameDevice, nameSecondPhone, registerSecondPhone } from './support/acts.ts';
import { requireNoDevice } from './support/kept-devices.ts';
import { secretsShown } from './support/looks.ts';
import { observeAct } from './support/observe-act.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

When('{person} opens the registration form', (person: Person) => person.openRegistration());

When('{person} names the device {string} and selects Next', nameAndNext);
When('{person} names the device {blank} and selects Next', nameAndNext);

Then(
  '(as a check, )the web lets {person} name the device {string} and select Next',
  async function (this: PairWorld, person: Person, name: string) {
    await observeAct(this, 'the name is taken, and Next is there', () => nameAndNext.call(this, person, name));
  },
);

// White space alone is blank; this is none in Unicode, and a portal may keep it as any other sign.
When(
  '{person} names the device {blank} and selects Next, if that is no sign to the portal',
  async function (this: PairWorld, person: Person, name: string) {
    await nameAndNext.call(this, person, name);
    if (!(await person.web.qrCode())) return undefined;
    return this.leaveOpen('a refusal of names that cannot be seen', 'the portal takes a zero-width space for a sign');
  },
);

When('{person} starts again with {string}', async function (this: PairWorld, person: Person, name: string) {
  await person.openRegistration();
  await nameDevice(this, person, name);
});

When(
  '{person} names a second phone {string} and selects Next',
  async function (this: PairWorld, person: Person, name: string) {
    if (await nameSecondPhone(this, person, name)) return undefined;
    return this.leaveOpen('a second device', 'the portal registers one alone');
  },
);

When('{person} registers the second phone as {string}', async function (this: PairWorld, person: Person, name: string) {
  await registerSecondPhone(this, person, name);
});

When('{person} opens "Not able to scan the QR code?"', async (person: Person) => {
  person.manual = await person.web.openManualValues();
  person.keyAddresses.add(person.web.address());
});

Then(
  '(as a check, )these steps lead {person} to the registration form, in this order:',
  async function (this: PairWorld, person: Person, table: DataTable) {
    // The document's words; where the target declares words of its own, those.
    const steps = table.raw().map(([words = ''], at) => this.target.labels?.path?.[at] ?? words);
    requireNoDevice(person);
    await person.web.openPortal();
    const seen = await followAll(person, steps);
    const holds = seen === undefined && (await person.web.isAskedForName());
    const end = holds ? 'each is offered, and the last leads to the field' : 'the last leads to no field for a name';
    await this.observe({
      expected: `${steps.join(', then ')}, then a field for the name of the device`,
      seen: seen ?? end,
      holds,
    });
  },
);

Then('(as a check, )the web shows {person} a QR code', async function (this: PairWorld, person: Person) {
  await observeQrCode(this, person);
});

Then('(as a check, )the web still shows {person} the same QR code', async function (this: PairWorld, person: Person) {
  const before = person.registration.symbolText;
  const picture = await person.web.qrCode();
  const [symbol] = picture ? await seeSymbols(picture) : [];
  const holds = symbol?.text === before;
  const oneSymbol = holds ? 'it is there' : 'another QR code';
  await this.observe({
    expected: 'the QR code that was there before',
    seen: symbol ? oneSymbol : 'no QR code',
    holds,
  });
});

Then('(as a check, )the web still shows {person} the QR code', async function (this: PairWorld, person: Person) {
  await observeQrCode(this, person);
});

Then(
  '(as a check, )the web asks {person} for a name and shows no QR code and no key',
  async function (this: PairWorld, person: Person) {
    const found = [
      ...((await person.web.isAskedForName()) ? [] : ['no field for a name']),
      ...(await secretsShown(person.web)),
    ];
    await this.observe({
      expected: 'a field for the name, and neither QR code nor key, in what is shown and in the source',
      seen: found.join(', ') || 'as expected',
      holds: found.length === 0,
    });
  },
);

Then('(as a check, )the web refuses the name with a message and shows no QR code', async function (this: PairWorld) {
  const person = await this.person('the user');
  const found = await secretsShown(person.web);
  const asksAgain = await person.web.isAskedForName();
  const message = person.news.join(' ');
  await this.observe({
    expected: 'a message, the field for the name again, and no QR code',
    seen: [message || 'no message', asksAgain ? 'the field again' : 'no field', ...found].join('; '),
    holds: message !== '' && asksAgain && found.length === 0,
  });
});

Then('(as a check, )the web offers {person} {string}', async function (this: PairWorld, person: Person, name: string) {
  const holds = await person.web.offersManualValues();
  await this.observe({
    expected: `a link "${name}"`,
    seen: holds ? 'it is offered' : `the page offers: ${(await person.web.offers()).join(', ')}`,
    holds,
  });
});

async function nameAndNext(this: PairWorld, person: Person, name: string): Promise<void> {
  await person.web.nameDevice(name);
  person.news = await person.next();
}

async function followAll(person: Person, steps: string[]): Promise<string | undefined> {
  for (const step of steps) {
    const offered = await person.web.offers();
    if (await person.web.follow(step)) continue;
    return `"${step}" is not offered at ${new URL(person.web.address()).pathname}, only: ${offered.join(', ')}`;
  }
  return undefined;
}

async function observeQrCode(world: PairWorld, person: Person): Promise<void> {
  const holds = (await person.web.qrCode()) !== undefined;
  await world.observe({
    expected: 'a QR code that can be read off the page',
    seen: holds ? 'there is one' : `none at ${new URL(person.web.address()).pathname}`,
    holds,
  });
}
