import { When } from '@cucumber/cucumber';
import { keyWith, suiteKey } from './support/key-uris.ts';
import type { Person } from './support/person.ts';
import { openForm } from './support/scanner.ts';

When(
  '{person} types the key of QR code {string} and the device name {string}',
  async (person: Person, name: string, deviceName: string) => {
    await openForm(person);
    await person.phone.typeValues({ deviceName, key: suiteKey(name) });
  },
);

When('{person} types the key of QR code "A" {typedKey}', typeKey);

When('{person} types the key of QR code "A" with {string} in it', (person: Person, character: string) =>
  typeKey(person, keyWith(character)),
);

async function typeKey(person: Person, key: string): Promise<void> {
  await openForm(person);
  await person.phone.typeValues({ deviceName: 'work phone', key });
}
