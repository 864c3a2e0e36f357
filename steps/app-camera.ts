import { Then, When } from '@cucumber/cucumber';
import { ACTIONS, TITLES } from '../simulators/phone/screens.ts';
import type { Person } from './support/person.ts';
import { unlessBlocked } from './support/unless-blocked.ts';
import type { PairWorld } from './support/world.ts';

const TRIES: readonly string[] = [ACTIONS.tryAgain, ACTIONS.scanQr];

When('{person} grants the camera permission on another try', async (person: Person) => {
  await person.phone.setCamera('granted');
  // An app that begins anew with another permission may have to be signed in to again.
  if ((await person.phone.screen()).title === TITLES.signedOut) await person.signInToApp();
  const { actions } = await person.phone.screen();
  await person.phone.tap(actions.includes(ACTIONS.tryAgain) ? ACTIONS.tryAgain : ACTIONS.scanQr);
});

Then('(as a check, )the app has not asked {person} for the camera', async function (this: PairWorld, person: Person) {
  await observeQuestions(this, person, 0);
});

Then(
  '(as a check, )the app has asked {person} for the camera once and no more',
  async function (this: PairWorld, person: Person) {
    await observeQuestions(this, person, 1);
  },
);

Then(
  '(as a check, )the app offers {person} another try and typing the values',
  async function (this: PairWorld, person: Person) {
    const { actions } = await person.phone.screen();
    const offersTry = await leadsToAnotherTry(person);
    await this.observe({
      expected: `to be tapped: ${ACTIONS.typeInstead}, and ${ACTIONS.tryAgain} or a way back to ${ACTIONS.scanQr}`,
      seen: `${actions.join(', ') || 'nothing can be tapped'}; ${offersTry ? 'there is' : 'there is no'} other try`,
      holds: actions.includes(ACTIONS.typeInstead) && offersTry,
    });
  },
);

// The view without a picture may have words on it too: where to hold the QR code says nothing of what went wrong.
Then(
  '(as a check, )the app tells {person} of the camera that it was refused',
  async function (this: PairWorld, person: Person) {
    const { title, message = '' } = await person.phone.screen();
    const words = `${title}. ${message}`;
    await this.observe({
      expected: 'a message that the camera was refused, or is needed',
      seen: message === '' ? `"${title}" without a message` : `"${title}", saying: ${message}`,
      holds: this.labels.aboutCamera.test(words),
    });
  },
);

/** Goes back where the app offers no other try at once; from the pop-up on it may be had once more. */
async function leadsToAnotherTry(person: Person): Promise<boolean> {
  const { phone } = person;
  if ((await phone.screen()).actions.some((action) => TRIES.includes(action))) return true;
  return unlessBlocked(async () => {
    await phone.tap(ACTIONS.cancel);
    if ((await phone.screen()).title === TITLES.signedOut) await person.signInToApp();
    return (await phone.screen()).actions.includes(ACTIONS.scanQr);
  });
}

async function observeQuestions(world: PairWorld, person: Person, wanted: number): Promise<void> {
  const events = await person.phone.cameraEvents();
  await world.observe({
    expected: `the permission is asked for ${wanted} times`,
    seen: events.join(', ') || 'nothing was done with the camera',
    holds: events.filter((event) => event === 'permission asked').length === wanted,
  });
}
