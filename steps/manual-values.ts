import { Then } from '@cucumber/cucumber';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Then('(as a check, )the web shows {person} the device name as typed', async function (this: PairWorld, person: Person) {
  const { name } = person.registration;
  const holds = (person.manual?.lines ?? []).some((line) => standsIn(line, name));
  await this.observe({
    expected: `among the values that appear, "${name}" to the letter`,
    seen: holds ? 'it is there' : `${person.manual?.lines.length ?? 0} lines appear, none of them with this name`,
    holds,
  });
});

Then(
  '(as a check, )the web shows {person} the key that is in the QR code',
  async function (this: PairWorld, person: Person) {
    const keys = person.manual?.keys ?? [];
    const holds = keys.length === 1 && keys[0] === person.registration.uri.secret.replace(/=+$/, '');
    const oneKey = holds ? 'it is equal' : 'it is another key';
    await this.observe({
      expected: 'one key, equal to that in the QR code but for spaces',
      seen: keys.length === 1 ? oneKey : `${keys.length} keys`,
      holds,
    });
  },
);

Then('(as a check, )the phone shows the code that the QR code stands for', async function (this: PairWorld) {
  const person = await this.person('the user');
  const shown = person.remember(await person.phone.oneTimeCode());
  const holds = shown === currentCode(this, person.registration);
  await this.observe({
    expected: 'the code that the key in the QR code gives at this moment',
    seen: holds ? 'it is the same' : 'it is another code',
    holds,
  });
});
