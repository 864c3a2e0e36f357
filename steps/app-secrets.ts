import { Then } from '@cucumber/cucumber';
import { holdsKey } from './support/key-writings.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Then(
  '(as a check, ){string} can be read on the phone of {person}',
  async function (this: PairWorld, wanted: string, person: Person) {
    const places = (await person.phone.readable()).filter(({ text }) => text.includes(wanted));
    await this.observe({
      expected: `"${wanted}" in at least one place that can be looked into`,
      seen: [...new Set(places.map(({ where }) => where))].join(', ') || 'nowhere',
      holds: places.length > 0,
    });
  },
);

Then(
  '(as a check, )the key of {string} can be read nowhere on the phone of {person}',
  async function (this: PairWorld, name: string, person: Person) {
    const readable = await person.phone.readable();
    const registration = person.registrationOf(name);
    const found = readable.filter(({ text }) => holdsKey(text, registration));
    const looked = new Set(readable.map(({ where }) => where));
    await this.observe({
      expected: 'the key in no spelling: Base32, hexadecimal, Base64 or a key URI',
      seen: found.map(({ where }) => `the ${where} has it`).join(', ') || `not in: ${[...looked].join(', ')}`,
      holds: found.length === 0,
    });
  },
);
