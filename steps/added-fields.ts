import { Then, When } from '@cucumber/cucumber';
import { readQrCode, startToRegister } from './support/acts.ts';
import { wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** A key that everybody knows: the one of the key URI format's own example. */
const WELL_KNOWN_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** What would decide, if a server believed it. @see OWASP ASVS 5.0.0, 15.3.3 */
const DECIDING: [string, string][] = [
  ['verified', 'true'],
  ['confirmed', 'true'],
  ['registered', 'true'],
  ['status', 'registered'],
  ['secret', WELL_KNOWN_KEY],
  ['key', WELL_KNOWN_KEY],
  ['digits', '8'],
  ['period', '60'],
  ['algorithm', 'SHA256'],
  ['userId', '1'],
  ['expiresAt', '4102444800000'],
  ['factorProven', 'true'],
];

When(
  '{person} names the device {string}, with fields added that would decide',
  async function (this: PairWorld, person: Person, name: string) {
    const form = await person.web.wire.nameForm(name);
    await person.web.wire.send({ ...form, fields: [...form.fields, ...DECIDING] });
    await readQrCode(this, person, name);
  },
);

When(
  '{person} submits a wrong code, with fields added that would decide',
  async function (this: PairWorld, person: Person) {
    const address = person.web.address();
    const form = await person.web.wire.codeForm(person.remember(wrongCode(this, person.registration)));
    await person.web.wire.send({ ...form, fields: [...form.fields, ...DECIDING] });
    if (!(await person.web.isAskedForCode())) await person.web.open(address);
  },
);

Then('(as a check, )the QR code asks for what it asks others, with a key of its own', async function (this: PairWorld) {
  const { registration } = await this.person('the user');
  const other = await this.person('another user');
  await startToRegister(this, other, 'plain');
  const [asked, usual] = [registration.uri, other.registration.uri].map(
    ({ algorithm, digits, periodSeconds }) => `${algorithm}, ${digits} digits, ${periodSeconds} seconds`,
  );
  const isOwnKey =
    registration.uri.secret !== WELL_KNOWN_KEY && registration.uri.secret !== other.registration.uri.secret;
  await this.observe({
    expected: `${usual}, and a key that nobody sent`,
    seen: `${asked}, and a key that ${isOwnKey ? 'nobody sent' : 'was sent along'}`,
    holds: asked === usual && isOwnKey,
  });
});
