import { Then, When } from '@cucumber/cucumber';
import { ACTIONS } from '../simulators/phone/screens.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

// After a failure the app may still show where the person was, or first ask whether to try again.

Then(
  '(as a check, )the app lets {person} try {string} again',
  async function (this: PairWorld, person: Person, action: string) {
    const { actions } = await person.phone.screen();
    await this.observe({
      expected: `"${action}" or "${ACTIONS.tryAgain}" can be tapped`,
      seen: `what can be tapped: ${actions.join(', ') || 'nothing'}`,
      holds: actions.includes(action) || actions.includes(ACTIONS.tryAgain),
    });
  },
);

When('{person} tries {string} again', async (person: Person, action: string) => {
  const offers = async (name: string) => (await person.phone.screen()).actions.includes(name);
  if (!(await offers(action))) await person.tap(ACTIONS.tryAgain);
  if (await offers(action)) await person.tap(action);
});
