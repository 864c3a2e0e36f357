import { Then } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { AccessibleNode, Phone } from '../simulators/phone/phone.ts';
import { flat } from './support/accessible-nodes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** More than any pop-up has of things to be reached. */
const MANY_MOVES = 12;

Then(
  '(as a check, )the app announces the pop-up {string} to {person}',
  async function (this: PairWorld, title: string, person: Person) {
    const popUp = await openPopUp(person.phone);
    await this.observe({
      expected: `a dialog named "${title}", with the rest of the app out of reach`,
      seen: popUp ? `a ${popUp.role} named "${popUp.name}", ${popUp.modal ? '' : 'not '}modal` : 'no dialog',
      holds: popUp?.name === title && popUp.modal === true,
    });
  },
);

Then('(as a check, )the app announces no pop-up to {person}', async function (this: PairWorld, person: Person) {
  const popUp = await openPopUp(person.phone);
  await this.observe({
    expected: 'no dialog is open',
    seen: popUp ? `a ${popUp.role} named "${popUp.name}"` : 'none is open',
    holds: popUp === undefined,
  });
});

Then(
  "(as a check, )each of the pop-up's buttons has its role and name for {person}",
  async function (this: PairWorld, person: Person) {
    const { actions } = await person.phone.screen();
    const buttons = flat(await requirePopUp(person.phone)).filter(({ role }) => role === 'button');
    const names = buttons.map(({ name }) => name);
    await this.observe({
      expected: `buttons named ${actions.join(', ')}`,
      seen: names.length === 0 ? 'no buttons' : `buttons named ${names.map((name) => name || '(nothing)').join(', ')}`,
      holds: actions.length > 0 && actions.every((action) => names.includes(action)) && !names.includes(''),
    });
  },
);

Then(
  '(as a check, )the focus of {person} stays in the pop-up however often it moves on',
  async function (this: PairWorld, person: Person) {
    const reached = new Set<string>();
    let outside = 0;
    for (let move = 0; move < MANY_MOVES; move += 1) {
      const focused = flat(await requirePopUp(person.phone)).find((node) => node.focused);
      if (focused) reached.add(focused.name);
      else outside += 1;
      await person.phone.gesture('moving the focus on');
    }
    const { actions } = await person.phone.screen();
    await this.observe({
      expected: `the focus on ${actions.join(', ')} in turn, and never elsewhere`,
      seen: `on ${[...reached].join(', ') || 'none of them'}; elsewhere ${outside} times of ${MANY_MOVES}`,
      holds: outside === 0 && actions.every((action) => reached.has(action)),
    });
  },
);

async function requirePopUp(phone: Phone): Promise<AccessibleNode> {
  const popUp = await openPopUp(phone);
  if (!popUp) throw new Blocked('wanted a pop-up in the accessibility tree of the app, found none');
  return popUp;
}

async function openPopUp(phone: Phone): Promise<AccessibleNode | undefined> {
  return flat(await phone.accessibilityTree()).find(({ role }) => ['dialog', 'alertdialog'].includes(role));
}
