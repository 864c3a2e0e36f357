import { Then, When } from '@cucumber/cucumber';
import { ACTIONS } from '../simulators/phone/screens.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

When('{person} grants the camera permission on another try', async (person: Person) => {
  await person.phone.setCamera('granted');
  await person.phone.tap(ACTIONS.tryAgain);
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
    const wanted = [ACTIONS.tryAgain, ACTIONS.typeInstead];
    await this.observe({
      expected: `among what can be tapped: ${wanted.join(', ')}`,
      seen: actions.join(', ') || 'nothing can be tapped',
      holds: wanted.every((action) => actions.includes(action)),
    });
  },
);

async function observeQuestions(world: PairWorld, person: Person, wanted: number): Promise<void> {
  const events = await person.phone.cameraEvents();
  await world.observe({
    expected: `the permission is asked for ${wanted} times`,
    seen: events.join(', ') || 'nothing was done with the camera',
    holds: events.filter((event) => event === 'permission asked').length === wanted,
  });
}
