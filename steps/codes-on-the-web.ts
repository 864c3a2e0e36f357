import { Then, When } from '@cucumber/cucumber';
import { codeAt, currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { unusedCode } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

/*
 * Of the sign-in on the web the document says that it takes a username and a password. A portal may ask whoever has a
 * device for a code of it besides; where it does, that code is a code like any other.
 */

When(
  '{person} signs in on the web in a fresh window with the current code',
  function (this: PairWorld, person: Person) {
    return signInWith(this, person, () => unusedCode(this, person));
  },
);

When(
  '{person} signs in on the web in a fresh window with the code used before at once',
  function (this: PairWorld, person: Person) {
    return signInWith(this, person, async () => person.lastCode);
  },
);

When(
  '{person} signs in on the web in a fresh window with the code used before in the next step',
  async function (this: PairWorld, person: Person) {
    await this.clock.advance(person.registration.uri.periodSeconds);
    return signInWith(this, person, async () => person.lastCode);
  },
);

When(
  '{person} signs in on the web in a fresh window with the code of {distance}',
  function (this: PairWorld, person: Person, seconds: number) {
    return signInWith(this, person, () => codeAt(this, person.registration, seconds));
  },
);

When(
  '{person} signs in on the web in a fresh window with the current code of {person}',
  function (this: PairWorld, person: Person, other: Person) {
    return signInWith(this, person, async () => currentCode(this, other.registration));
  },
);

Then('(as a check, )the web takes the code of {person}', async function (this: PairWorld, person: Person) {
  const holds = await isLetIn(person);
  await this.observe({
    expected: `the way to the user's profile, after password and code`,
    seen: holds ? 'it is there' : `none at ${pathOf(person)}`,
    holds,
  });
});

Then('the web does not take the code of {person}', async function (this: PairWorld, person: Person) {
  const isIn = await isLetIn(person);
  await this.observe({
    expected: `no way to the user's profile, without a good code`,
    seen: isIn ? `the way, at ${pathOf(person)}` : 'none',
    holds: !isIn,
  });
});

/** In a window that nobody was signed in to; left open where the portal asks for no code. */
async function signInWith(
  world: PairWorld,
  person: Person,
  code: () => Promise<string>,
): Promise<'skipped' | undefined> {
  person.web = await world.openWindow();
  let isAsked = false;
  await person.web.signIn(person.credentials, async () => {
    isAsked = true;
    return person.remember(await code());
  });
  return isAsked ? undefined : world.leaveOpen('a code at the sign-in on the web', 'the portal asks for none');
}

async function isLetIn({ web }: Person): Promise<boolean> {
  return (await web.isSignedIn()) && !(await web.isAskedForCode());
}

function pathOf({ web }: Person): string {
  return new URL(web.address()).pathname;
}
