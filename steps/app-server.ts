import { Given, Then, When } from '@cucumber/cucumber';
import type { ContinueAnswerKind } from '../simulators/network/played-server.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given("the user's app, with the suite playing the server", async function (this: PairWorld) {
  await this.newPersonOfPlayedServer('the user');
});

When('the server answers Continue with {continueAnswer}', setAnswer);

When('the phone loses the network', async function (this: PairWorld) {
  await (await this.person('the user')).phone.setNetwork('offline');
});

When('the phone has the network again', async function (this: PairWorld) {
  await (await this.person('the user')).phone.setNetwork('online');
});

Then('(as a check, )the app has sent the server no registration', async function (this: PairWorld) {
  await observePairings(this, 0);
});

Then('(as a check, )the app has sent the server one registration', async function (this: PairWorld) {
  await observePairings(this, 1);
});

Then(
  '(as a check, )the app has sent the server the device name {string}',
  async function (this: PairWorld, name: string) {
    const sent = this.played.pairings.at(-1)?.deviceName;
    await this.observe({
      expected: `the device name "${name}", to the letter`,
      seen: sent === undefined ? 'nothing was sent' : `"${sent}"`,
      holds: sent === name,
    });
  },
);

Then('(as a check, )the app tells {person} what went wrong', async function (this: PairWorld, person: Person) {
  const { message = '', title } = await person.phone.screen();
  const seen = message.trim() === '' ? `"${title}" without a message` : `"${title}", saying: ${message}`;
  await this.observe({ expected: 'a message', seen, holds: message.trim() !== '' });
});

Then(
  '(as a check, )the app offers {person} {string}',
  async function (this: PairWorld, person: Person, action: string) {
    const { actions } = await person.phone.screen();
    await this.observe({
      expected: `"${action}" can be tapped`,
      seen: `what can be tapped: ${actions.join(', ') || 'nothing'}`,
      holds: actions.includes(action),
    });
  },
);

function setAnswer(this: PairWorld, kind: ContinueAnswerKind): void {
  this.played.continueAnswer = kind;
}

async function observePairings(world: PairWorld, wanted: number): Promise<void> {
  const { length } = world.played.pairings;
  await world.observe({
    expected: `${wanted} registrations were sent`,
    seen: `${length} registrations were sent`,
    holds: length === wanted,
  });
}
