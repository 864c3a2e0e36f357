import { Then } from '@cucumber/cucumber';
import type { Registration } from './support/person.ts';
import { decode, isDeviceAlone, labelOf, parametersOf } from './support/symbol-parts.ts';
import type { PairWorld } from './support/world.ts';

Then('(as a check, )the QR code says the same of both users but for names and keys', async function (this: PairWorld) {
  const [odd, plain] = await Promise.all([this.person('the user'), this.person('another user')]);
  const expected = withoutNames(plain.registration, plain.credentials.username);
  const seen = withoutNames(odd.registration, odd.credentials.username);
  await this.observe({ expected, seen, holds: seen === expected });
});

Then(
  "(as a check, )the QR code spells the user's device name as typed, where it spells it at all",
  async function (this: PairWorld) {
    const [odd, plain] = await Promise.all([this.person('the user'), this.person('another user')]);
    const { name } = odd.registration;
    const spelled = textsOf(plain.registration).some((text) => text.includes(plain.registration.name));
    const holds = !spelled || textsOf(odd.registration).some((text) => text.includes(name));
    await this.observe({
      expected: spelled ? `the name "${name}" among what the QR code says` : 'no device name in the QR code',
      seen: holds ? 'as expected' : 'the name is there in another spelling, or cut',
      holds,
    });
  },
);

Then("(as a check, )the QR code names the user's account as it is written", async function (this: PairWorld) {
  const { registration, credentials } = await this.person('the user');
  const { account } = registration.uri;
  await this.observe({
    expected: `${credentials.username}, or the device's name alone`,
    seen: account,
    holds: account.includes(credentials.username) || isDeviceAlone(account, registration),
  });
});

/** The parameters that mean something to every app; others, such as the number of a registration, differ lawfully. */
const COMMON = ['issuer', 'algorithm', 'digits', 'period', 'counter'];

/** What the address says, decoded, with the person's own names and key replaced, and what else may be theirs alone. */
function withoutNames({ symbolText, name }: Registration, username: string): string {
  const parameters = parametersOf(symbolText).map(([key, value]) => {
    if (key === 'secret') return `${key}=KEY`;
    return COMMON.includes(key) || value.includes(name) ? `${key}=${value}` : `${key}=OWN`;
  });
  const plain = [`label=${decode(labelOf(symbolText))}`, ...parameters.sort()].join(', ');
  return plain.replaceAll(name, 'DEVICE').replaceAll(username, 'USER');
}

function textsOf({ symbolText }: Registration): string[] {
  return [decode(labelOf(symbolText)), ...parametersOf(symbolText).map(([, value]) => value)];
}
