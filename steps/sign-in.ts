import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import { ACTIONS, TITLES } from '../simulators/phone/screens.ts';
import { requireNoDevice } from './support/kept-devices.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

Given('{person} is signed in to the app', signInToApp);
When('{person} signs in to the app', signInToApp);
Given('{person} is signed in on the web', signInOnTheWeb);
When('{person} signs in on the web', signInOnTheWeb);
When('{person} signs out of the app', async function (this: PairWorld, person: Person) {
  // Who has not been let in has nothing to leave, and need not be offered a way out.
  if ((await person.phone.screen()).title !== TITLES.verifyDevice) await person.phone.signOut();
  // Whoever signs in again takes a moment. On a clock that stands still a portal may issue the very token that was
  // just given up, and turn it away for that.
  if (!person.phone.hasApp && this.clock.canBeMoved) await this.clock.advance(1);
});
Given('{person} is signed out of the app', (person: Person) => person.phone.signOut());

When('{person} signs in on the web in a fresh window', async function (this: PairWorld, person: Person) {
  person.web = await this.openWindow();
  await signInOnWeb(this, person);
});

When('{person} signs in on the web and then to the app', async function (this: PairWorld, person: Person) {
  await signInOnWeb(this, person);
  await signInToApp(person);
});

When('{person} signs in to the app and then on the web', async function (this: PairWorld, person: Person) {
  await signInToApp(person);
  await signInOnWeb(this, person);
});

When('{person} signs in on the web while the scanner is open', async function (this: PairWorld, person: Person) {
  await signInToApp(person);
  await person.phone.tap(ACTIONS.scanQr);
  await signInOnWeb(this, person);
});

When('{person} signs in to the app with a wrong password', (person: Person) =>
  person.phone.signIn({ ...person.credentials, password: `not ${person.credentials.password}` }),
);

When('{person} signs in to the app with an unknown username', (person: Person) =>
  person.phone.signIn({ ...person.credentials, username: `nobody-${person.credentials.username}` }),
);

Then('(as a check, )the web shows {person} as signed in', async function (this: PairWorld, person: Person) {
  const holds = await person.web.isSignedIn();
  await this.observe({
    expected: `the portal offers the way to the user's profile`,
    seen: holds ? 'it does' : 'it does not: the session on the web has ended',
    holds,
  });
});

Then(
  '(as a check, )the web lets {person} reach the registration form',
  async function (this: PairWorld, person: Person) {
    requireNoDevice(person);
    await openRegistrationIfPossible(person);
    const holds = await person.web.isAskedForName();
    await this.observe({
      expected: 'after the password alone, the web asks for the name of a new device',
      seen: holds ? 'it does' : `no field for a name at ${new URL(person.web.address()).pathname}`,
      holds,
    });
  },
);

/** Where the way ends before it, whoever looks for the form sees none. */
async function openRegistrationIfPossible({ web }: Person): Promise<void> {
  try {
    await web.openRegistration();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
}

function signInToApp(person: Person): Promise<void> {
  return person.signInToApp();
}

function signInOnTheWeb(this: PairWorld, person: Person): Promise<void> {
  return signInOnWeb(this, person);
}
