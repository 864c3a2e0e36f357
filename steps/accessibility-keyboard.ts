import { Then } from '@cucumber/cucumber';
import type { KeyboardLanding } from '../simulators/web-user/accessible-user.ts';
import { currentCode, moveToOrdinaryCodes, wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { belongTogether, wordsOf } from './support/told.ts';
import type { PairWorld } from './support/world.ts';

/** Where the act before led. */
const landings = new WeakMap<PairWorld, KeyboardLanding>();

Then(
  '(as a check, )Tab and Enter lead {person} to the registration form',
  async function (this: PairWorld, person: Person) {
    const unreached = await person.web.accessible.goToRegistrationByKeyboard();
    const holds = unreached === undefined && (await person.web.isAskedForName());
    await this.observe({
      expected: 'each step to the form is reached with the Tab key and followed with Enter',
      seen: unreached === undefined ? arrival(holds) : `Tab does not reach "${unreached}"`,
      holds,
    });
  },
);

Then(
  '(as a check, )Tab stops visibly at each thing on the page of {person}, and leaves it again',
  async function (this: PairWorld, person: Person) {
    const { stops, caughtAt } = await person.web.accessible.laidOut().walkFocus();
    const unseen = stops.filter(({ isSeen }) => !isSeen).map(({ name }) => `"${name}" looks the same with the focus`);
    const caught = caughtAt === undefined ? [] : [`the focus does not get away from "${caughtAt}"`];
    await this.observe({
      expected: 'wherever the focus stops it is seen, and goes on from there, forwards and backwards',
      seen: [...unseen, ...caught].join('; ') || `as expected at ${stops.length} stops`,
      holds: stops.length > 0 && unseen.length === 0 && caught.length === 0,
    });
  },
);

Then(
  '(as a check, )the keyboard alone names the device {string} and brings {person} to the QR code',
  async function (this: PairWorld, name: string, person: Person) {
    const landing = await typeAndPress(person, { field: 'name', text: name, act: 'next' });
    landings.set(this, landing);
    const holds = landing.unreached === undefined && (await person.web.qrCode()) !== undefined;
    await this.observe({ expected: 'the QR code', seen: holds ? 'it is there' : failureOf(landing), holds });
    await person.rememberRegistration(name);
    await moveToOrdinaryCodes(this, person, { withinSteps: 1 });
  },
);

Then(
  '(as a check, )the keyboard alone opens "Not able to scan the QR code?" for {person}',
  async function (this: PairWorld, person: Person) {
    const landing = await person.web.accessible.pressByKeyboard('notAbleToScan');
    const holds = landing.unreached === undefined && (await person.web.showsKey());
    await this.observe({ expected: 'a key for typing', seen: holds ? 'it is there' : failureOf(landing), holds });
  },
);

Then('(as a check, )the keyboard alone submits a wrong code of {person}', submit(wrongCode));
Then('(as a check, )the keyboard alone submits the current code of {person}', submit(currentCode));

Then('(as a check, )the focus of {person} is where the new step begins', observeLanding);

Then('(as a check, )the focus of {person} is at the message, or the message is read out', observeLanding);

function submit(codeOf: typeof currentCode | typeof wrongCode) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    const text = person.remember(codeOf(this, person.registration));
    const landing = await typeAndPress(person, { field: 'code', text, act: 'submit' });
    landings.set(this, landing);
    await this.observe({
      expected: 'Tab reaches the field for the code, and then Submit; a message comes',
      seen: landing.news.length > 0 ? `it came: ${wordsOf(landing.news)}` : failureOf(landing),
      holds: landing.unreached === undefined && landing.news.length > 0,
    });
  };
}

async function typeAndPress(
  { web }: Person,
  { field, text, act }: { field: 'name' | 'code'; text: string; act: 'next' | 'submit' },
): Promise<KeyboardLanding> {
  const unreached = await web.accessible.typeByKeyboard(field, text);
  return unreached === undefined ? web.accessible.pressByKeyboard(act) : { unreached, news: [], isNewPage: false };
}

/** A new page begins at its beginning, as everywhere on the web; on the same page something has to lead on. */
async function observeLanding(this: PairWorld, person: Person): Promise<void> {
  const { isNewPage = false, news = [] } = landings.get(this) ?? {};
  const { focus, live } = await person.web.accessible.announcements();
  const ways = [
    ...(isNewPage ? ['a new page came, and the focus begins with it'] : []),
    ...(belongTogether(news, focus) ? ['the focus is on what is new'] : []),
    ...(belongTogether(news, live) && focus.length > 0 ? ['what is new is read out'] : []),
  ];
  const lost = focus.length === 0 ? 'the focus is on nothing' : `the focus is on: ${wordsOf(focus)}`;
  await this.observe({
    expected: 'the focus goes along with what the person is shown',
    seen: ways.join(', ') || lost,
    holds: ways.length > 0,
  });
}

function arrival(isThere: boolean): string {
  return isThere ? 'the field for the name is there' : 'no field for the name at their end';
}

function failureOf({ unreached, news }: KeyboardLanding): string {
  return unreached === undefined
    ? `nothing of it; new on the page: ${wordsOf(news)}`
    : `Tab does not reach ${unreached}`;
}
