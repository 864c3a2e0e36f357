import { randomUUID } from 'node:crypto';
import { Given } from '@cucumber/cucumber';
import { TITLES } from '../simulators/phone/screens.ts';
import { registerPhone, scan, startToRegister } from './support/acts.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given('{person} without a registered device', (_: Person) => undefined);

Given(
  'the user, with a username like {string}, without a registered device',
  async function (this: PairWorld, username: string) {
    // A name of its own for each run, since what serves it may live longer than one.
    await this.newPerson('the user', `${username} ${randomUUID().slice(0, 8)}`);
  },
);

Given('{person} is at the registration form', async function (this: PairWorld, person: Person) {
  await this.setUp(person, async () => {
    await person.signInToRegister();
  });
});

Given('{person} has started to register {string}', async function (this: PairWorld, person: Person, name: string) {
  await startToRegister(this, person, name);
});

Given(
  '{person} has started to register {string} and scanned the QR code',
  async function (this: PairWorld, person: Person, name: string) {
    await startToRegister(this, person, name);
    if ((await person.phone.screen()).title === TITLES.signedOut) await person.signInToApp();
    await scan(person);
  },
);

Given('{person} has registered the phone as {string}', async function (this: PairWorld, person: Person, name: string) {
  await registerPhone(this, person, name);
});
