import { Then, When } from '@cucumber/cucumber';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import type { Person } from './support/person.ts';
import { observeData } from './support/protected-data.ts';
import type { PairWorld } from './support/world.ts';

When(
  "somebody holds the session of {person}'s web before the sign-in",
  async function (this: PairWorld, person: Person) {
    // Many portals have a home page for everybody, and begin a session where somebody is about to sign in.
    await person.web.openSignIn();
    this.heldSession = await person.web.session();
  },
);

When("somebody holds the session of {person}'s web as it is now", async function (this: PairWorld, person: Person) {
  this.heldSession = await person.web.session();
  this.codesWhenHeld = person.sentCodes.length;
});

When("somebody holds the session of {person}'s app as it is now", function (this: PairWorld, person: Person) {
  this.otherPhone = person.phone.copySession();
});

Then("(as a check, )that session does not show {person}'s account", async function (this: PairWorld, _person: Person) {
  const holds = !(await (await holder(this)).isSignedIn());
  const seen = holds ? 'nobody is signed in' : 'the account is open';
  await this.observe({ expected: 'with the earlier session nobody is signed in', seen, holds });
});

Then('(as a check, )that session does not lead to the registration form', async function (this: PairWorld) {
  const { sentCodes } = await this.person('the user');
  if (sentCodes.length === this.codesWhenHeld)
    return this.leaveOpen('a code on the web after the sign-in', 'the portal asks for none further');
  const web = await holder(this);
  if (await web.isSignedIn()) await web.openRegistration();
  const holds = !(await web.isAskedForName());
  await this.observe({
    expected: 'with the session from before the code no field for a name',
    seen: holds ? 'none' : 'the field for a name',
    holds,
  });
  return undefined;
});

Then("(as a check, )the session that somebody holds shows none of the account's data", function (this: PairWorld) {
  return observeData(this, this.otherPhone, false);
});

/** A window of somebody who has taken the session over. */
async function holder(world: PairWorld): Promise<WebUser> {
  if (!world.heldSession) throw new Error('this sentence needs one in which somebody takes a session before it');
  const window = await world.openWindow();
  await window.resume(world.heldSession);
  return window;
}
