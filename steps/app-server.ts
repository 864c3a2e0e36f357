import { Given, Then, When } from '@cucumber/cucumber';
import type { NetworkState } from '../simulators/network/phone-network.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given("the user's app, with the suite playing the server", async function (this: PairWorld) {
  await this.newPersonOfPlayedServer('the user');
});

When('the server answers Continue with a confirmation', function (this: PairWorld) {
  this.played.isSubmitted = true;
});

/** What happens to the phone's network, as a sentence says it. */
const MISHAPS: Record<string, NetworkState> = {
  'the phone loses the network': 'offline',
  'the server takes no connection from the phone': 'unreachable',
  'the server leaves the phone without an answer': 'silent',
  'the server answers the phone with an error': 'failing',
  'the server answers the phone that it is too busy': 'busy',
  'the phone has the network again': 'online',
  'the server answers the phone again': 'online',
};

for (const [sentence, state] of Object.entries(MISHAPS)) {
  When(sentence, async function (this: PairWorld) {
    await (await this.person('the user')).phone.setNetwork(state);
  });
}

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

async function observePairings(world: PairWorld, wanted: number): Promise<void> {
  const { phone } = await world.person('the user');
  // Without an app nothing is ever sent: what such a phone has taken for a registration, it shows codes for.
  const { length } = phone.hasApp ? world.played.pairings : (await phone.screen()).accounts;
  const what = phone.hasApp ? 'registrations were sent' : 'registrations are on the phone';
  await world.observe({ expected: `${wanted} ${what}`, seen: `${length} ${what}`, holds: length === wanted });
}
