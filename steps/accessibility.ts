import { Then, When } from '@cucumber/cucumber';
import { normaliseKey } from '../simulators/phone/authenticator.ts';
import type { RegistrationField } from '../simulators/web-user/accessible-user.ts';
import { currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { belongTogether, wordsOf } from './support/told.ts';
import type { PairWorld } from './support/world.ts';

/** Types of a field that change what is put into it, or refuse it. @see HTML, section 4.10.5.1 */
const LOSING_TYPES = ['number', 'range', 'date', 'month', 'week', 'time', 'datetime-local', 'color'];

Then(
  '(as a check, )the picture with the QR code says in words to {person} what it is',
  async function (this: PairWorld, person: Person) {
    const said = await person.web.accessible.symbolAlternative();
    await this.observe({
      expected: 'a text in place of the picture that says it is a QR code',
      seen: said === undefined ? 'no picture with a QR code' : `it says: ${said || 'nothing'}`,
      holds: /\bQR\b/i.test(said ?? ''),
    });
  },
);

Then('(as a check, )these words do not give the key away', async function (this: PairWorld) {
  const person = await this.person('the user');
  const said = await person.web.accessible.symbolAlternative();
  const { secret } = person.registration.uri;
  const gives = /otpauth/i.test(said ?? '') || normaliseKey(said ?? '').includes(normaliseKey(secret));
  await this.observe({
    expected: 'neither the key nor the text of the QR code in what is said in its place',
    seen: gives ? 'it is there' : 'neither',
    holds: said !== undefined && !gives,
  });
});

Then(
  '(as a check, )the way to type the values instead is named in these words, or on the page',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const said = (await person.web.accessible.symbolAlternative()) ?? '';
    const offered = await person.web.offersManualValues();
    const isNamed = /not able to scan|cannot scan|can't scan|by hand|manual|typ(e|ing)|enter/i.test(said);
    await this.observe({
      expected: 'a word of another way than scanning',
      seen: `${isNamed ? 'its words name it' : 'its words do not'}; ${offered ? 'the page offers it' : 'the page does not offer it'}`,
      holds: isNamed || offered,
    });
  },
);

Then("(as a check, )the error is a text that belongs to {person}'s field for the name", observeErrorAt('name'));
Then("(as a check, )the error is a text that belongs to {person}'s field for the code", observeErrorAt('code'));

Then('(as a check, )the error is announced to {person}', observeAnnounced);
Then('(as a check, )the success is announced to {person}', observeAnnounced);

Then(
  "(as a check, ){person}'s field for the code is of a kind that keeps every digit",
  async function (this: PairWorld, person: Person) {
    const { type, autocomplete, inputMode } = await person.web.accessible.field('code');
    const asks = [
      autocomplete.includes('one-time-code')
        ? 'it asks for one-time-code autofill'
        : 'it asks for no autofill of codes',
      inputMode === 'numeric' ? 'and for a numeric keyboard' : 'and for no numeric keyboard',
    ];
    await this.observe({
      expected: 'a field for text, not for a number',
      seen: `type ${type}; ${asks.join(' ')}`,
      holds: !LOSING_TYPES.includes(type),
    });
  },
);

Then(
  '(as a check, )pasting {string} puts all its digits into the field for the code',
  async function (this: PairWorld, text: string) {
    await observePasted(this, await this.person('the user'), text);
  },
);

Then(
  '(as a check, )pasting the current code with a space puts all its digits into the field',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const code = person.remember(currentCode(this, person.registration));
    await observePasted(this, person, `${code.slice(0, 3)} ${code.slice(3)}`);
  },
);

When('{person} clicks Submit', async (person: Person) => {
  person.news = await person.web.submit();
});

function observeErrorAt(field: RegistrationField) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    const { texts, isInvalid } = await person.web.accessible.field(field);
    const told = person.news.filter((line) => belongTogether([line], texts));
    const marked = isInvalid ? 'it is marked as wrong' : 'it is not marked as wrong';
    await this.observe({
      expected: `a visible text that is new and belongs to the field for the ${field}`,
      seen: `${wordsOf(told) || 'none'}; ${marked}; new on the page: ${wordsOf(person.news) || 'nothing'}`,
      holds: told.length > 0,
    });
  };
}

async function observeAnnounced(this: PairWorld, person: Person): Promise<void> {
  const { live, focus, title } = await person.web.accessible.announcements();
  const ways = [
    ...(belongTogether(person.news, live) ? ['by a region that is read out'] : []),
    ...(belongTogether(person.news, focus) ? ['by the focus'] : []),
    ...(belongTogether(person.news, title.split(/\s[–—|·:-]\s/)) ? ['by the title of the page'] : []),
  ];
  await this.observe({
    expected: 'what is new is read out: by an alert or a status message, by the focus, or by the title of the page',
    seen: `${ways.join(', ') || 'by none of these'}; new on the page: ${wordsOf(person.news) || 'nothing'}`,
    holds: ways.length > 0,
  });
}

async function observePasted(world: PairWorld, person: Person, text: string): Promise<void> {
  const held = (await person.web.accessible.paste('code', text)).replace(/\D/g, '');
  const wanted = text.replace(/\D/g, '');
  await world.observe({
    expected: `all ${wanted.length} digits, in their order`,
    seen: held === wanted ? 'they are there' : `${held.length} digits`,
    holds: held === wanted,
  });
}
