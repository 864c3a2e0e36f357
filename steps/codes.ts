import { Then, When } from '@cucumber/cucumber';
import { DEFAULT_OTP_PARAMETERS } from '../protocol/otpauth-uri.ts';
import { Unprovided } from '../simulators/errors.ts';
import { submitCode } from './support/acts.ts';
import type { Spacing } from './support/code-spacings.ts';
import { codeAt, codeWithout, currentCode, wrongCode } from './support/codes.ts';
import { observeAct } from './support/observe-act.ts';
import type { MakeOddValue } from './support/odd-values.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

When('{person} submits the current code', async function (this: PairWorld, person: Person) {
  await submitCode(person, currentCode(this, person.registration));
});

When('{person} submits the code on the phone', async function (this: PairWorld, person: Person) {
  await submitCode(person, await person.phone.oneTimeCode());
});

Then(
  '(as a check, )the web lets {person} submit the code on the phone',
  async function (this: PairWorld, person: Person) {
    const code = await person.phone.oneTimeCode();
    await observeAct(this, 'the code is taken, and Submit is there', () => submitCode(person, code));
  },
);

When('{person} submits a wrong code', async function (this: PairWorld, person: Person) {
  await submitCode(person, wrongCode(this, person.registration));
});

When('{person} submits the code of {duration} ago', async function (this: PairWorld, person: Person, seconds: number) {
  await submitCode(person, await codeAt(this, person.registration, -seconds));
});

When(
  '{person} submits the code of {duration} ahead',
  async function (this: PairWorld, person: Person, seconds: number) {
    await submitCode(person, await codeAt(this, person.registration, seconds));
  },
);

When('{person} submits the current code of another user', async function (this: PairWorld, person: Person) {
  const other = await this.person('another user');
  await submitCode(person, await codeWithout(this, { of: other.registration, notOf: person.registration }));
});

When('{person} submits the current code of {string}', async function (this: PairWorld, person: Person, name: string) {
  const of = person.registrationOf(name);
  await submitCode(person, await codeWithout(this, { of, notOf: person.registration }));
});

When(
  '{person} submits the current code with spaces {spacing}',
  async function (this: PairWorld, person: Person, space: Spacing) {
    const code = person.remember(currentCode(this, person.registration));
    await person.web.typeCode(space(code));
    person.news = await person.web.submit();
  },
);

When(
  '{person} submits the code just beyond the declared window {direction}',
  async function (this: PairWorld, person: Person, direction: 1 | -1) {
    const { windowPast, windowFuture } = this.target.declares;
    const steps = (direction < 0 ? windowPast : windowFuture) + 1;
    const seconds = direction * steps * person.registration.uri.periodSeconds;
    await submitCode(person, await codeAt(this, person.registration, seconds));
  },
);

When('{person} submits the current code without its zero', function (this: PairWorld, person: Person) {
  return submitCode(person, currentCode(this, person.registration).slice(1));
});

When('{person} submits the current code without its last digit', function (this: PairWorld, person: Person) {
  return submitCode(person, currentCode(this, person.registration).slice(0, -1));
});

When('{person} submits the current code with a digit too many', function (this: PairWorld, person: Person) {
  return submitWhole(person, `${currentCode(this, person.registration)}7`);
});

When('{person} submits the current code with a zero before it', function (this: PairWorld, person: Person) {
  return submitWhole(person, `0${currentCode(this, person.registration)}`);
});

When('{person} submits the current code with letters behind it', function (this: PairWorld, person: Person) {
  return submitWhole(person, `${currentCode(this, person.registration)}abc`);
});

When('{person} submits the current code twice over', function (this: PairWorld, person: Person) {
  return submitWhole(person, currentCode(this, person.registration).repeat(2));
});

When('{person} submits the current code computed to another length', function (this: PairWorld, person: Person) {
  const digits = person.registration.uri.digits === 8 ? 6 : 8;
  return submitWhole(person, currentCode(this, person.registration, { digits }));
});

/** A field may cut what is too long, or take digits alone: what it does not take is sent as the page would send it. */
async function submitWhole(person: Person, text: string): Promise<void> {
  const { web } = person;
  person.remember(text);
  if (await typesWhole(person, text)) {
    person.news = await web.submit();
    return;
  }
  const form = await web.wire.codeForm(text);
  // A page that sends by scripts may have lost the registration once it is asked for anew.
  if (form.script) await web.wire.sendTogether([form]);
  else person.news = await web.wire.send(form);
}

async function typesWhole({ web }: Person, text: string): Promise<boolean> {
  try {
    await web.typeCode(text);
  } catch (error) {
    if (error instanceof Unprovided) return false;
    throw error;
  }
  // The lines of a page are what its fields hold, too.
  const isCut = (line: string) => line !== '' && line !== text && text.includes(line);
  return !(await web.lines()).some(isCut);
}

When('{person} submits the code computed with another hash function', function (this: PairWorld, person: Person) {
  const { algorithm } = person.registration.uri;
  const other = algorithm === 'SHA1' ? 'SHA256' : 'SHA1';
  return submitCode(person, currentCode(this, person.registration, { algorithm: other }));
});

// What phones assume is tried where the QR code says something else: it is what a portal may go by all the same.
When('{person} submits the code computed with another period', function (this: PairWorld, person: Person) {
  const { periodSeconds } = DEFAULT_OTP_PARAMETERS;
  const isDefault = person.registration.uri.periodSeconds === periodSeconds;
  const other = isDefault ? periodSeconds * 2 : periodSeconds;
  return submitCode(person, currentCode(this, person.registration, { periodSeconds: other }));
});

When('{person} submits the code computed with other digits', function (this: PairWorld, person: Person) {
  const { digits } = DEFAULT_OTP_PARAMETERS;
  const other = person.registration.uri.digits === digits ? digits + 1 : digits;
  return submitCode(person, currentCode(this, person.registration, { digits: other }));
});

When(
  '{person} submits {oddValue} instead of a code',
  async function (this: PairWorld, person: Person, odd: MakeOddValue) {
    const code = person.remember(currentCode(this, person.registration));
    this.statuses = [await person.web.wire.sendOdd(odd(code))];
  },
);

When(
  '{person} submits the current code {int} times at the same moment',
  async function (this: PairWorld, person: Person, times: number) {
    const form = await person.web.wire.codeForm(person.remember(currentCode(this, person.registration)));
    this.statuses = await person.web.wire.sendTogether(Array.from({ length: times }, () => form));
    // A portal may renew the session with the answer; of many answers at once the last one need not hold the newest.
    await signInOnWeb(this, person);
  },
);

When('{person} submits the current code, and sends the same again', async function (this: PairWorld, person: Person) {
  const form = await person.web.wire.codeForm(person.remember(currentCode(this, person.registration)));
  const first = await person.web.wire.sendTogether([form]);
  this.statuses = [...first, ...(await person.web.wire.sendTogether([form]))];
  await signInOnWeb(this, person);
});

Then('(as a check, )the portal answers in a controlled way', async function (this: PairWorld) {
  const holds = this.statuses.length > 0 && this.statuses.every((status) => status > 0 && status < 500);
  const seen = `HTTP status ${[...new Set(this.statuses)].join(', ')}`;
  await this.observe({ expected: 'answers, and no server error among them', seen, holds });
});

Then('(as a check, )the web tells {person} of the success', observeNews);
Then('(as a check, )the web tells {person} of the error', observeNews);

async function observeNews(this: PairWorld, person: Person): Promise<void> {
  const news = person.news.join(' / ');
  await this.observe({
    expected: 'a message that was not there before',
    seen: news || 'no message',
    holds: news !== '',
  });
}
