import { Then } from '@cucumber/cucumber';
import { submitCode } from './support/acts.ts';
import { codeWithout, currentCode } from './support/codes.ts';
import { writingsOf } from './support/key-writings.ts';
import type { Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Then('(as a check, )no address that the page asks for or names holds the key', async function (this: PairWorld) {
  const person = await this.person('the user');
  const writings = writingsOf(person.registration);
  const addresses = await person.web.wire.addresses();
  const holding = addresses.filter((address) => writings.some((writing) => address.toLowerCase().includes(writing)));
  await this.observe({
    expected: 'addresses, in none of them the key, however it is written',
    seen: `${addresses.length} addresses, the key in ${holding.length} of them${hostsOf(holding)}`,
    holds: addresses.length > 0 && holding.length === 0,
  });
});

/**
 * Whoever has scanned the QR code that was there before must see that another one counts by now: either it is still
 * there and its code is taken, or another is there, its code is taken and that of the first is not.
 */
Then(
  '(as a check, )the codes of the QR code that is shown now count, and of no other',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const { name } = person.registration;
    const before = person.registration;
    await person.rememberRegistration(name);
    const isSame = person.registration.symbolText === before.symbolText;
    const isOldTaken = !isSame && (await takesOldCode(this, before));
    await submitCode(person, currentCode(this, person.registration));
    const isTaken = (await person.web.devices.count(name)) === 1;
    const told = isSame
      ? 'the same QR code'
      : `another QR code, the code of the first is ${isOldTaken ? '' : 'not '}taken`;
    await this.observe({
      expected: 'the code of the QR code that is shown is taken, and of none that was shown before',
      seen: `${told}; the code of the one shown is ${isTaken ? '' : 'not '}taken`,
      holds: isTaken && !isOldTaken,
    });
  },
);

async function takesOldCode(world: PairWorld, before: Registration): Promise<boolean> {
  const person = await world.person('the user');
  await submitCode(person, await codeWithout(world, { of: before, notOf: person.registration }));
  return (await person.web.devices.count(before.name)) > 0;
}

function hostsOf(addresses: string[]): string {
  const hosts = new Set(addresses.map((address) => new URL(address).host));
  return hosts.size > 0 ? ` (at ${[...hosts].join(', ')})` : '';
}
