import { Then, When } from '@cucumber/cucumber';
import { finishSecondPhone, nameSecondPhone, registerSecondPhone } from './support/acts.ts';
import { currentCode, leaveBurntSteps } from './support/codes.ts';
import { waitsForContinue } from './support/listing.ts';
import type { Person, Registration } from './support/person.ts';
import { stage } from './support/stage.ts';
import type { PairWorld } from './support/world.ts';

When('{person} registers {string} with another phone', withAnotherPhone(registerSecondPhone));
When('{person} tries to register {string} with another phone', withAnotherPhone(finishSecondPhone));

When('{person} signs in to the app with both phones', async function (this: PairWorld, person: Person) {
  for (const phone of [...person.earlierPhones, person.phone]) {
    await phone.signOut();
    await phone.signIn(person.credentials, (code) => person.remember(code));
  }
});

When('{person} removes {string} with the code of the phone', function (this: PairWorld, person: Person, name: string) {
  return remove(this, { person, name, codesOf: person.registration });
});

When(
  '{person} removes {string} with the code of the first phone',
  function (this: PairWorld, person: Person, name: string) {
    const [first] = person.registrations;
    return remove(this, { person, name, codesOf: first ?? person.registration });
  },
);

Then(
  '(as a check, )the keys of {string} and {string} are different',
  async function (this: PairWorld, one: string, other: string) {
    const person = await this.person('the user');
    const [key, otherKey] = [one, other].map((name) => person.registrationOf(name).uri.secret);
    const holds = key !== otherKey;
    await this.observe({ expected: 'two keys', seen: holds ? 'two keys' : 'the same key twice', holds });
  },
);

function listsNone(): boolean {
  const { described, screened } = stage.reach;
  return screened !== undefined || (described !== undefined && described.requests.devices === undefined);
}

/** The document speaks of one phone, and names devices as if there were several. */
function withAnotherPhone(finish: typeof registerSecondPhone) {
  return async function (this: PairWorld, person: Person, name: string): Promise<'skipped' | undefined> {
    if (listsNone())
      return this.leaveOpen('a second device', 'the portal lists none: whether both are there nobody can tell');
    if (!((await nameSecondPhone(this, person, name)) && (await person.web.qrCode()))) {
      return this.leaveOpen('a second device', 'the portal registers one alone');
    }
    await finish(this, person, name);
    return undefined;
  };
}

interface Removal {
  person: Person;
  name: string;
  /** Whose code is shown where one is asked for. */
  codesOf: Registration;
}

async function remove(world: PairWorld, { person, name, codesOf }: Removal): Promise<'skipped' | undefined> {
  const isOffered = await person.web.devices.offersRemoval(name);
  if (!isOffered && !world.target.declares.devicesRemovable) {
    return world.leaveOpen('removal of a device', 'the portal offers none, and declares none');
  }
  if (await waitsForContinue(world, person, name)) {
    return world.leaveOpen('removal before Continue', 'the portal lists no device before Continue');
  }
  await person.web.devices.remove(name, async () => {
    await leaveBurntSteps(world, { registration: codesOf });
    return person.remember(currentCode(world, codesOf));
  });
  return undefined;
}
