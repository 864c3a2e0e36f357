import { Then } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import { startToRegister, submitCode } from './support/acts.ts';
import { currentCode } from './support/codes.ts';
import { requireNoDevice } from './support/kept-devices.ts';
import { type Listing, readListing } from './support/listing.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

Then(
  '(as a check, ){string} is registered for {person}',
  async function (this: PairWorld, name: string, person: Person) {
    try {
      await observeListed(this, person, { name, times: 1 });
    } catch (error) {
      if (!(this.isCheck && error instanceof Blocked && person.registration.isUsable)) throw error;
      await tryOnceMore(this, person);
      await observeListed(this, person, { name, times: 1 });
    }
  },
);

Then(
  '(as a check, ){string} is not registered for {person}',
  async function (this: PairWorld, name: string, person: Person) {
    await observeListed(this, person, { name, times: 0 });
  },
);

Then(
  '(as a check, )the web lists {string} for {person} exactly once',
  async function (this: PairWorld, name: string, person: Person) {
    await observeListed(this, person, { name, times: 1 });
  },
);

// Without a name to look for, "no device" is what a person sees there who has never had any.
Then('(as a check, )the web lists no device for {person}', async function (this: PairWorld, person: Person) {
  const twin = await this.person('another user');
  for (const each of [person, twin]) requireNoDevice(each);
  await twin.web.signIn(twin.credentials);
  const before = withoutUsername(person.listBefore, person);
  const usual = [...withoutUsername(await twin.web.devices.lines(), twin), ...before];
  const additional = withoutUsername(await person.web.devices.lines(), person).filter((line) => !usual.includes(line));
  await this.observe({
    expected: `${this.whereListed} the same as for an account that never had a device`,
    seen: additional.length === 0 ? 'the same' : `besides: ${additional.join(' / ')}`,
    holds: additional.length === 0,
  });
});

async function observeListed(world: PairWorld, person: Person, wanted: { name: string; times: number }): Promise<void> {
  const { times, note } = await listingOf(world, person, wanted.name);
  const said = `"${wanted.name}" is ${inTimes(times)} ${world.whereListed}`;
  await world.observe({
    expected: `"${wanted.name}" is ${inTimes(wanted.times)} ${world.whereListed}`,
    seen: said + person.lastWords,
    holds: times === wanted.times,
    note,
  });
}

/** Whoever was signed out by what came before signs in again to look. */
async function listingOf(world: PairWorld, person: Person, name: string): Promise<Listing> {
  try {
    return await readListing(world, person, { name });
  } catch (error) {
    if (!(error instanceof Blocked) || (await person.web.isSignedIn())) throw error;
    await signInOnWeb(world, person);
    return readListing(world, person, { name });
  }
}

function inTimes(times: number): string {
  return ['not listed', 'listed once'][times] ?? `listed ${times} times`;
}

function withoutUsername(lines: string[], { credentials }: Person): string[] {
  return lines.map((line) => line.replaceAll(credentials.username, 'USERNAME'));
}

/**
 * Some portals end a registration at its first wrong code, which nothing forbids. That they take right codes, as a check
 * has to show, is then seen at a new one.
 */
async function tryOnceMore(world: PairWorld, person: Person): Promise<void> {
  await startToRegister(world, person, person.registration.name);
  await submitCode(person, currentCode(world, person.registration));
}
