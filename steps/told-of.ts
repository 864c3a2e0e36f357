import { Given, Then, When } from '@cucumber/cucumber';
import type { AuditEntry } from '../protocol/control-api.ts';
import { finishRegistration, startToRegister } from './support/acts.ts';
import { wrongCode } from './support/codes.ts';
import { holdsCode, holdsKey } from './support/key-writings.ts';
import { readListing } from './support/listing.ts';
import type { Person } from './support/person.ts';
import { signInSending } from './support/sign-in-sending.ts';
import type { PairWorld } from './support/world.ts';

/** How far an entry's time may be from the clock that stands still: fractions of a second are often cut off. */
const CUT_OFF_MS = 1000;

Given('the messages to {person} are looked at', async function (this: PairWorld, person: Person) {
  this.before = await messagesTo(this, person);
});

Given('the audit feed is looked at', async function (this: PairWorld) {
  const entries = await auditOf(this, await this.person('the user'));
  this.before = entries.map((entry) => JSON.stringify(entry));
});

When(
  '{person} registers a phone as {string} from the beginning',
  async function (this: PairWorld, person: Person, name: string) {
    await startToRegister(this, person, name);
    await finishRegistration(person);
  },
);

When('{person} asks for a new password, where that is offered', async function (this: PairWorld, person: Person) {
  const window = await this.openWindow();
  if ((await window.recovery.offers()).help.length > 0) await window.recovery.ask(person.credentials.username);
});

When('{person} sends a wrong code from the app', async function (this: PairWorld, person: Person) {
  await person.phone.signOut();
  await signInSending(person, () => wrongCode(this, person.registration));
});

Then(
  '(as a check, )there are more messages to {person}, with neither key nor code',
  async function (this: PairWorld, person: Person) {
    const messages = await messagesTo(this, person);
    const more = messages.length - this.before.length;
    const secrets = secretsIn(this, person, messages);
    await this.observe({
      expected: 'at least one message more, and neither key nor code in any',
      seen: [`${more} more`, ...secrets].join(', '),
      holds: more > 0 && secrets.length === 0,
    });
  },
);

Then(
  '(as a check, )the audit feed has more about {person}, at this time, with neither key nor code',
  async function (this: PairWorld, person: Person) {
    const entries = await auditOf(this, person);
    const more = entries.filter((entry) => !this.before.includes(JSON.stringify(entry)));
    const timely = more.filter(({ atMs }) => Math.abs(atMs - this.clock.now()) <= CUT_OFF_MS);
    const named = timely.filter(({ username }) => username === person.credentials.username);
    const secrets = secretsIn(
      this,
      person,
      more.map((entry) => JSON.stringify(entry)),
    );
    await this.observe({
      expected: 'an entry more, with this time and this user, and neither key nor code in any',
      seen: [`${more.length} more, ${timely.length} at this time, ${named.length} with the user`, ...secrets].join(
        ', ',
      ),
      holds: named.length > 0 && secrets.length === 0,
    });
  },
);

Then(
  '(as a check, )the audit feed has something new about {person}, with neither key nor code',
  async function (this: PairWorld, person: Person) {
    const entries = await auditOf(this, person);
    const known = new Set(this.before.map((text) => (JSON.parse(text) as AuditEntry).event));
    // An entry without a word for what happened tells nothing.
    const fresh = [...new Set(entries.map(({ event }) => event).filter((event) => event && !known.has(event)))];
    const secrets = secretsIn(
      this,
      person,
      entries.map((entry) => JSON.stringify(entry)),
    );
    await this.observe({
      expected: 'an event that was not told of before, and neither key nor code in any',
      seen: [fresh.join(', ') || 'no new event', ...secrets].join(', '),
      holds: fresh.length > 0 && secrets.length === 0,
    });
  },
);

// Names, numbers and times differ from message to message, whatever it is about.
Then('(as a check, )a message says something new to {person}', async function (this: PairWorld, person: Person) {
  await readListing(this, person, { name: person.registration.name });
  const words = (text: string) => text.replaceAll(person.registration.name, '').replace(/[\d\s]+/g, ' ');
  const known = new Set(this.before.map(words));
  const fresh = (await messagesTo(this, person)).filter((text) => !known.has(words(text)));
  await this.observe({
    expected: 'a message in words that no message before had',
    seen: fresh.map((text) => text.split('\n')[0]).join(', ') || 'none but with the words of an earlier one',
    holds: fresh.length > 0,
  });
});

Then('(as a check, )no message to {person} holds a code', async function (this: PairWorld, person: Person) {
  const messages = await messagesTo(this, person);
  const holding = messages.filter((text) => holdsCode(text, person.registration, this.clock.now()));
  await this.observe({
    expected: 'no message with a code',
    seen: holding.length === 0 ? 'none' : `${holding.length} of ${messages.length} messages`,
    holds: holding.length === 0,
  });
});

Then('(as a check, )there are messages to {person}', async function (this: PairWorld, person: Person) {
  const { length } = await messagesTo(this, person);
  await this.observe({ expected: 'messages that can be looked into', seen: `${length} messages`, holds: length > 0 });
});

async function messagesTo(world: PairWorld, { credentials }: Person): Promise<string[]> {
  const messages = await world.control.messages(credentials.username);
  return messages.map(({ subject, text }) => `${subject}\n${text}`);
}

function auditOf(world: PairWorld, { credentials }: Person): Promise<AuditEntry[]> {
  return world.control.audit(credentials.username);
}

function secretsIn(world: PairWorld, { registration }: Person, texts: string[]): string[] {
  const text = texts.join('\n');
  return [
    ...(holdsKey(text, registration) ? ['a key in it'] : []),
    ...(holdsCode(text, registration, world.clock.now()) ? ['a code in it'] : []),
  ];
}
