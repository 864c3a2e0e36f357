import { Given, When } from '@cucumber/cucumber';
import type { Claims, WayIn } from '../simulators/phone/phone.ts';
import { TITLES } from '../simulators/phone/screens.ts';
import { finishRegistration, startToRegister } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** What a call may name its user in. */
const NAME_FIELDS = ['username', 'user', 'userId', 'login', 'account', 'email'];

const claimed = new WeakMap<Person, Claims>();

Given("{person}'s app claims {claim}", (person: Person, claims: Claims) => {
  claimed.set(person, claims);
  person.phone.claim(claims);
});

// A server that refuses fields that it does not know has not bent to them: then headers alone make the claim.
When('{person} signs in to that app', async (person: Person) => {
  await person.signInToApp();
  const { headers, fields } = claimed.get(person) ?? {};
  if (!headers || !fields || (await person.phone.screen()).title !== TITLES.signedOut) return;
  person.phone.claim({ headers });
  await person.signInToApp();
});

When('{person} comes in by {wayIn}', async function (this: PairWorld, person: Person, way: WayIn) {
  await person.phone.enterBy(way);
  const isOut = (await person.phone.screen()).title === TITLES.signedOut;
  return isOut ? this.leaveOpen(`a way in by ${way}`, 'it leads to the sign-in alone') : undefined;
});

When('{person} registers the phone from the beginning', async function (this: PairWorld, person: Person) {
  await person.phone.signOut();
  await startToRegister(this, person, 'work phone');
  await finishRegistration(person);
});

When('{person} gives the app the password alone', (person: Person) => person.phone.startSignIn(person.credentials));

When('{person} gives the app the current code', sendCurrentCode);

When('the declared time for the second factor passes', async function (this: PairWorld) {
  await this.clock.advance(this.target.declares.halfLoginSeconds);
});

// A server that asks for no session may go by the name that comes with the code.
When('the phone sends the current code without signing in', async function (this: PairWorld) {
  const person = await this.person('the user');
  person.phone.claim(claimToBe(person));
  await sendCurrentCode.call(this, person);
});

When('the phone sends the current code after a wrong password', async function (this: PairWorld) {
  const person = await this.person('the user');
  await person.phone.startSignIn({ ...person.credentials, password: `not ${person.credentials.password}` });
  await sendCurrentCode.call(this, person);
});

When('the phone sends the current code after an unknown name', async function (this: PairWorld) {
  const person = await this.person('the user');
  await person.phone.startSignIn({ ...person.credentials, username: `nobody-${person.credentials.username}` });
  await sendCurrentCode.call(this, person);
});

function claimToBe({ credentials: { username } }: Person): Claims {
  const fields = Object.fromEntries(NAME_FIELDS.map((field) => [field, username]));
  return { headers: { 'x-username': encodeURIComponent(username) }, fields };
}

async function sendCurrentCode(this: PairWorld, person: Person): Promise<void> {
  await person.phone.sendCode(person.remember(currentCode(this, person.registration)));
}
