import { randomUUID } from 'node:crypto';
import { Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { Person } from './support/person.ts';
import { keepSecret } from './support/secrets.ts';
import type { PairWorld } from './support/world.ts';

When('a stranger looks for help on the sign-in page', async function (this: PairWorld) {
  this.stranger = await this.openWindow();
  this.before = (await this.stranger.recovery.offers()).all;
});

When("somebody who reads the user's mail sets a new password, where that is offered", async function (this: PairWorld) {
  const person = await this.person('the user');
  const { recovery } = await this.openWindow();
  if ((await recovery.offers()).help.length === 0) {
    return this.leaveOpen('a new password by mail', 'the portal offers none, so nobody gets in that way');
  }
  await recovery.ask(person.credentials.username);
  const password = `new ${randomUUID()}`;
  keepSecret(password);
  await recovery.setPassword(await addressIn(this, person), password);
  person.credentials = { ...person.credentials, password };
  return undefined;
});

When('{person} signs in to the app on another phone', async function (this: PairWorld, person: Person) {
  this.otherPhone = this.pickUpPhone();
  await this.otherPhone.signIn(person.credentials);
});

Then(
  '(as a check, )nothing that is offered there speaks of a lost phone or of another factor',
  async function (this: PairWorld) {
    const around = this.before.filter((name) => this.labels.aboutOtherWays.test(name));
    await this.observe({
      expected: 'nothing on the sign-in page that leads around the phone',
      seen: around.map((name) => `"${name}"`).join(', ') || 'nothing',
      holds: around.length === 0,
    });
  },
);

Then('(as a check, )the sign-in page was looked at', async function (this: PairWorld) {
  await this.observe({
    expected: 'a field and a button of the sign-in',
    seen: `${this.before.length} things to press or to fill`,
    holds: this.before.length >= 2,
  });
});

/** The address in the message that came last. */
async function addressIn(world: PairWorld, { credentials }: Person): Promise<string> {
  const messages = await world.control.messages(credentials.username);
  const address = /https?:\/\/[^\s"'<>]+/.exec(messages.at(-1)?.text ?? '')?.[0];
  if (address === undefined) throw new Blocked('wanted an address in the message that came last, there is none');
  keepSecret(new URL(address).search.slice(1));
  return address;
}
