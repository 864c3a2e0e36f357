import { Then } from '@cucumber/cucumber';
import { submitCode } from './support/acts.ts';
import { codeWithout, currentCode } from './support/codes.ts';
import { holdsKey } from './support/key-writings.ts';
import { readListing } from './support/listing.ts';
import type { Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Then('(as a check, )no address that the page asks for or names holds the key', async function (this: PairWorld) {
  const person = await this.person('the user');
  const addresses = await person.web.wire.addresses();
  const holding = addresses.filter((address) => holdsKey(address, person.registration));
  await this.observe({
    expected: 'addresses, in none of them the key, however it is written',
    seen: `${addresses.length} addresses, the key in ${holding.length} of them${hostsOf(holding)}`,
    holds: addresses.length > 0 && holding.length === 0,
  });
});

/**
 * Whoever has scanned the QR code that was there before must see that another one counts by now: either it is still
 * there and its code is taken, or another is there, its code is taken and that of the first is not. A portal that shows
 * none a second time takes the code of the first, or begins anew with the name.
 */
Then(
  '(as a check, )the codes of the QR code that is shown now count, and of no other',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const before = person.registration;
    const begunAnew = await person.web.isAskedForName();
    if (await person.web.qrCode()) await person.rememberRegistration(before.name);
    const isSame = person.registration.symbolText === before.symbolText;
    const isOldTaken = !isSame && (await takes(this, before, await codeOfOld(this, before)));
    // That was a wrong code, after which there may be yet another.
    if (!isSame && (await person.web.qrCode())) await person.rememberRegistration(before.name);
    const isTaken = !isOldTaken && !begunAnew && (await takes(this, before, currentCode(this, person.registration)));
    const told = isSame
      ? 'no other QR code'
      : `another QR code, the code of the first is ${isOldTaken ? '' : 'not '}taken`;
    const then = begunAnew
      ? 'the name is asked for again'
      : `the code of the last one is ${isTaken ? '' : 'not '}taken`;
    await this.observe({
      expected: 'the code of the QR code that was shown last is taken, and of none that was shown before',
      seen: isOldTaken ? told : `${told}; ${then}`,
      holds: (isTaken || begunAnew) && !isOldTaken,
    });
  },
);

async function codeOfOld(world: PairWorld, before: Registration): Promise<string> {
  const { registration } = await world.person('the user');
  return codeWithout(world, { of: before, notOf: registration });
}

async function takes(world: PairWorld, { name }: Registration, code: string): Promise<boolean> {
  const person = await world.person('the user');
  await submitCode(person, code);
  return (await readListing(world, person, { name })).times > 0;
}

function hostsOf(addresses: string[]): string {
  const hosts = new Set(addresses.map((address) => new URL(address).host));
  return hosts.size > 0 ? ` (at ${[...hosts].join(', ')})` : '';
}
