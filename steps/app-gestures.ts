import { Then, When } from '@cucumber/cucumber';
import type { Gesture } from '../simulators/phone/phone.ts';
import { ACTIONS, TITLES } from '../simulators/phone/screens.ts';
import { leaveBurntSteps } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { openScanner } from './support/scanner.ts';
import type { PairWorld } from './support/world.ts';

When('{person} {gesture}', (person: Person, gesture: Gesture) => person.phone.gesture(gesture));

When('{person} {gesture} and back', async (person: Person, gesture: Gesture) => {
  await person.phone.gesture(gesture);
  await person.phone.gesture('returning to the app');
});

When('{person} carries on in the app', async (person: Person) => {
  const { actions, title } = await person.phone.screen();
  if (actions.includes(ACTIONS.continue) || title === TITLES.oneTimeCode) return;
  if (title === TITLES.signedOut) await person.signInToApp();
  // Starting again is allowed as well.
  await openScanner(person);
  await person.phone.pointCameraAt(await person.lookAtQrCode());
});

Then(
  '(as a check, )the app shows {person} no screen with the account',
  async function (this: PairWorld, person: Person) {
    await observeProtected(this, person, false);
  },
);

Then(
  '(as a check, )the app shows {person} a screen with the account',
  async function (this: PairWorld, person: Person) {
    await observeProtected(this, person, true);
  },
);

Then(
  '(as a check, )the app shows {person} a screen with the account after the next sign-in',
  async function (this: PairWorld, person: Person) {
    await leaveBurntSteps(this, person);
    await person.phone.signOut();
    await person.signInToApp();
    await observeProtected(this, person, true);
  },
);

Then('(as a check, ){person} can go on in the app', async function (this: PairWorld, person: Person) {
  // A session that ends with the app is the more careful kind, and signing in leads back to where one starts again.
  if ((await person.phone.screen()).title === TITLES.signedOut) await person.signInToApp();
  const { actions, title, isProtected } = await person.phone.screen();
  const ways = [ACTIONS.continue, ACTIONS.scanQr].filter((way) => actions.includes(way));
  const mayScan = (await person.web.qrCode()) !== undefined;
  // Once Submit is done with, nothing is lost by a Continue that is not needed any more.
  if (isProtected && !mayScan) return this.leaveOpen('Continue after a break', 'the app lets its owner in by itself');
  // Before Submit an app may show its code, and offer nothing to tap until it was taken.
  const awaitsSubmit = mayScan && title === TITLES.oneTimeCode;
  const web = mayScan ? [ACTIONS.continue, ACTIONS.scanQr] : [ACTIONS.continue];
  await this.observe({
    expected: `on the phone one of: ${web.join(', ')}`,
    seen: `"${title}" offers: ${actions.join(', ') || 'nothing'}`,
    holds: awaitsSubmit || ways.some((way) => web.some((one) => one === way)),
  });
  return undefined;
});

async function observeProtected(world: PairWorld, person: Person, wanted: boolean): Promise<void> {
  const { isProtected, title } = await person.phone.screen();
  await world.observe({
    expected: wanted ? 'a screen on which the account can be read' : 'a screen with nothing of the account',
    seen: `"${title}", with ${isProtected ? 'the account on it' : 'nothing of the account'}`,
    holds: isProtected === wanted,
  });
}
