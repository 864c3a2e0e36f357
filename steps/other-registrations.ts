import { Then, When } from '@cucumber/cucumber';
import { withText } from '../simulators/web-user/insist.ts';
import type { FormAround } from '../simulators/web-user/page.ts';
import { namesDevices } from '../targets/names.ts';
import { nameDevice, submitCode } from './support/acts.ts';
import { codeWithout, currentCode, leaveBurntSteps, wrongCode } from './support/codes.ts';
import { crossbreeds, strangersOf } from './support/forms.ts';
import { readListing } from './support/listing.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

When(
  '{person} starts again with {string} in another tab',
  async function (this: PairWorld, person: Person, name: string) {
    person.tabs.set(person.registration.name, person.web);
    person.web = await person.web.newTab();
    await person.openRegistration();
    await nameDevice(this, person, name);
    person.tabs.set(name, person.web);
    const { registrations, registration } = person;
    const isSame = registrations.at(-2)?.symbolText === registration.symbolText;
    if (!isSame || namesDevices(this.target)) return undefined;
    // Without names nothing was begun but the registration there was.
    return this.leaveOpen('a second registration', 'the portal shows that of before until it is finished');
  },
);

When(
  '{person} submits the current code of {string} for {string}',
  // biome-ignore lint/complexity/useMaxParams: the sentence names two registrations
  async function (this: PairWorld, person: Person, of: string, to: string) {
    const [source, destination] = [person.registrationOf(of), person.registrationOf(to)];
    person.web = person.tabs.get(to) ?? person.web;
    const code = of === to ? currentCode(this, source) : await codeWithout(this, { of: source, notOf: destination });
    // A portal may end the older registration with the newer one, and has no field for its code any more.
    if (of === to || (await person.web.isAskedForCode())) await submitCode(person, code);
  },
);

When('the second registration is abandoned', async function (this: PairWorld) {
  await (await this.person('the user')).web.openPortal();
});

When('the second registration is failed', async function (this: PairWorld) {
  const person = await this.person('the user');
  await person.rememberRegistration('second phone');
  await submitCode(person, wrongCode(this, person.registration));
});

When('{person} takes the first phone in hand again', (person: Person) => {
  person.phone = person.earlierPhones[0] ?? person.phone;
});

When(
  '{person} sends the form of a registration that never was with the current code',
  async function (this: PairWorld, person: Person) {
    const [own, other] = await bothForms(this, person, (each) => currentCode(this, each.registration));
    return sendAll(this, person, strangersOf(own, other));
  },
);

When(
  "{person} sends the form of another user's registration with the current code",
  async function (this: PairWorld, person: Person) {
    const victim = await this.person('another user');
    const code = await codeWithout(this, { of: victim.registration, notOf: person.registration });
    const [own, other] = await bothForms(this, person, () => code);
    return sendAll(this, person, crossbreeds(own, other));
  },
);

When(
  '{person} sends the form of a registration that is finished with the current code',
  async function (this: PairWorld, person: Person) {
    const { registration } = person;
    const form = await person.web.wire.codeForm('');
    await submitCode(person, currentCode(this, registration));
    this.registeredBefore = (await readListing(this, person, { name: registration.name })).times;
    await leaveBurntSteps(this, person);
    const fresh = await formOfAnother(this, person);
    const code = person.remember(currentCode(this, registration));
    await sendAll(this, person, fresh ? crossbreeds(withText(fresh, code), form) : [withText(form, code)]);
  },
);

Then(
  '(as a check, )nothing but what was there is registered for {person}',
  async function (this: PairWorld, person: Person) {
    const { name } = person.registration;
    const { times } = await readListing(this, person, { name });
    await this.observe({
      expected: `"${name}" as often as before: ${this.registeredBefore} times`,
      seen: `${times} times`,
      holds: times === this.registeredBefore,
    });
  },
);

/**
 * The form of one more registration of the same person, where there may be one. What guards a form may change with each
 * Submit: with the old one nothing would be looked at but that.
 */
async function formOfAnother(world: PairWorld, person: Person): Promise<FormAround | undefined> {
  const { registration } = person;
  await person.web.openRegistration(async () => person.remember(currentCode(world, registration)));
  await leaveBurntSteps(world, person);
  if (!(await person.web.isAskedForName())) return undefined;
  await person.web.nameDevice('one more phone');
  await person.web.next();
  return (await person.web.isAskedForCode()) ? person.web.wire.codeForm('') : undefined;
}

async function bothForms(
  world: PairWorld,
  person: Person,
  codeOf: (person: Person) => string,
): Promise<[FormAround, FormAround]> {
  const other = await world.person('another user');
  const forms = [person, other].map((each) => each.web.wire.codeForm(person.remember(codeOf(person))));
  return (await Promise.all(forms)) as [FormAround, FormAround];
}

async function sendAll(world: PairWorld, person: Person, forms: FormAround[]): Promise<'skipped' | undefined> {
  if (forms.length === 0) {
    return world.leaveOpen('a form that names its registration', 'the form is the same for all, the session decides');
  }
  world.statuses = [];
  for (const form of forms) world.statuses.push(...(await person.web.wire.sendTogether([form])));
  return undefined;
}
