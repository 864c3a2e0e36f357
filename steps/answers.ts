import { Given, Then, When } from '@cucumber/cucumber';
import { heardAnswers, inWords } from './support/heard.ts';
import { holdsCode, holdsKey } from './support/key-writings.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Given('every answer of the portal is looked into', function (this: PairWorld) {
  this.listen();
});

When('{person} visits every page of the portal that can be reached', (person: Person) => person.web.visitAll());

Then('(as a check, )none of these answers holds the key of {person}', async function (this: PairWorld, person: Person) {
  const answers = heardAnswers(this);
  const holding = answers.filter((heard) => holdsKey(textOf(heard), person.registration));
  await this.observe({
    expected: `${answers.length} answers, in none of them the key`,
    seen: holding.length === 0 ? 'none holds it' : `the key in: ${holding.map(inWords).join(', ')}`,
    holds: holding.length === 0,
  });
});

Then('(as a check, )these answers name {string}', async function (this: PairWorld, name: string) {
  const naming = this.listen().filter((heard) => textOf(heard).includes(name));
  await this.observe({
    expected: `answers that name "${name}", or they would not have been looked into`,
    seen: `${naming.length} answers do`,
    holds: naming.length > 0,
  });
});

Then('(as a check, )none of these answers holds a code of {person}', async function (this: PairWorld, person: Person) {
  const answers = heardAnswers(this);
  const holding = answers.filter((heard) => holdsCode(textOf(heard), person.registration, this.clock.now()));
  await this.observe({
    expected: `${answers.length} answers, in none of them a code`,
    seen: holding.length === 0 ? 'none holds one' : `a code in: ${holding.map(inWords).join(', ')}`,
    holds: holding.length === 0,
  });
});

Then('(as a check, )these answers hold the key of {person}', async function (this: PairWorld, person: Person) {
  const holding = this.listen().filter((heard) => holdsKey(textOf(heard), person.registration));
  await this.observe({
    expected: 'the key in the page that shows it, or the answers would not have been looked into',
    seen: `the key in ${holding.length} answers`,
    holds: holding.length > 0,
  });
});

function textOf({ headers, body }: { headers: Headers; body: Uint8Array }): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  return [...lines, Buffer.from(body).toString('utf8')].join('\n');
}
