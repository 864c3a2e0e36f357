import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { FormAround } from '../simulators/web-user/page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import { startToRegister } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given("a stranger with the user's password is signed in on the web", async function (this: PairWorld) {
  this.stranger = await this.openWindow();
  await this.stranger.signIn((await this.person('the user')).credentials);
});

Given(
  "a stranger with the user's password has started to register {string}",
  async function (this: PairWorld, name: string) {
    const { credentials } = await this.person('the user');
    this.intruder = new Person(credentials, { web: await this.openWindow(), phone: this.pickUpPhone() });
    await startToRegister(this, this.intruder, name);
  },
);

When('the stranger submits the current code', async function (this: PairWorld) {
  const { intruder } = this;
  if (!intruder) throw new Error('this sentence needs one that lets a stranger begin a registration before it');
  await intruder.web.wire.send(await intruder.web.wire.codeForm(currentCode(this, intruder.registration)));
});

// Where there is no way to the form, there is none for the stranger.
When('the stranger goes to the registration form', async function (this: PairWorld) {
  try {
    await strangerOf(this).openRegistration();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
});

When('the stranger sends the form that names a device all the same', async function (this: PairWorld) {
  const other = await this.person('another user');
  await other.web.signIn(other.credentials);
  await other.openRegistration();
  const form = await other.web.wire.nameForm('Phone of a stranger');
  const stranger = strangerOf(this);
  await stranger.wire.send(withOwnFields(form, await ownFields(stranger)));
});

When('the stranger tries to remove {string}', async function (this: PairWorld, name: string) {
  const stranger = strangerOf(this);
  const { devices } = stranger;
  // Who is asked for a code at the sign-in cannot even try.
  if (!(await stranger.isSignedIn()) && (await stranger.isAskedForCode())) return undefined;
  if (!(await devices.offersRemoval(name))) {
    return this.leaveOpen('removal of a device', 'the portal offers none to somebody with the password alone');
  }
  await devices.tryToRemove(name);
  return undefined;
});

Then('(as a check, )the web does not ask the stranger for a name', function (this: PairWorld) {
  return observeNotAsked(this, strangerOf(this));
});

Then('(as a check, )the web does not ask {person} for a name', function (this: PairWorld, person: Person) {
  return observeNotAsked(this, person.web);
});

async function observeNotAsked(world: PairWorld, web: WebUser): Promise<void> {
  const holds = !(await web.isAskedForName());
  const asked = (await web.isAskedForCode()) ? 'a code is asked for first' : 'no field for a name';
  await world.observe({
    expected: 'no field for a name before a registered device has been shown',
    seen: holds ? asked : 'the field for the name',
    holds,
  });
}

/** What the page in front of the stranger would send with its own form, such as the token that tells forms apart. */
async function ownFields(stranger: WebUser): Promise<FormAround['fields']> {
  try {
    return (await stranger.wire.codeForm('')).fields;
  } catch (error) {
    if (error instanceof Blocked) return [];
    throw error;
  }
}

function withOwnFields(form: FormAround, own: FormAround['fields']): FormAround {
  const fields = form.fields.map(([name, value]): [string, string] => {
    const [, ownValue = value] = own.find(([ownName]) => ownName === name && name !== form.fieldName) ?? [];
    return [name, ownValue];
  });
  return { ...form, fields };
}

function strangerOf({ stranger }: PairWorld): WebUser {
  if (!stranger) throw new Error('this sentence needs one that lets a stranger sign in before it');
  return stranger;
}
