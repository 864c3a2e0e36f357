import { Then, When } from '@cucumber/cucumber';
import { withText } from '../simulators/web-user/insist.ts';
import { nameDevice, submitCode } from './support/acts.ts';
import { currentCode, triesAllowed, triesLeftOver, wrongCode, wrongCodes } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { secondsTold } from './support/told.ts';
import type { PairWorld } from './support/world.ts';

/** Whoever tells minutes alone may count one that has only begun. */
const ROUNDED_UP_SECONDS = 60;

When('{person} submits {int} wrong codes', function (this: PairWorld, person: Person, times: number) {
  return guessOften(this, person, { times });
});

When('{person} submits as many wrong codes as the portal allows', function (this: PairWorld, person: Person) {
  return guessOften(this, person, { times: triesAllowed(this) });
});

When('{person} submits one wrong code fewer than the portal allows', function (this: PairWorld, person: Person) {
  return guessOften(this, person, { times: triesLeftOver(this) });
});

When(
  '{person} submits as many wrong codes as the portal allows, spread over new registrations',
  function (this: PairWorld, person: Person) {
    return guessOften(this, person, {
      times: triesAllowed(this),
      before: async (time) => {
        await person.openRegistration();
        await nameDevice(this, person, `try ${time}`);
      },
    });
  },
);

When(
  '{person} submits as many wrong codes as the portal allows, spread over fresh web sessions',
  function (this: PairWorld, person: Person) {
    return guessOften(this, person, {
      times: triesAllowed(this),
      before: async (time) => {
        person.web = await this.openWindow();
        await person.signInToRegister();
        await nameDevice(this, person, `try ${time}`);
      },
    });
  },
);

When(
  '{person} submits as many wrong codes as the portal allows at the same moment',
  async function (this: PairWorld, person: Person) {
    const codes = wrongCodes(this, person.registration, triesAllowed(this));
    const forms = await Promise.all(codes.map((code) => person.web.wire.codeForm(person.remember(code))));
    this.statuses = await person.web.wire.sendTogether(forms);
  },
);

When('{person} tries the current code all the same', function (this: PairWorld, person: Person) {
  return guess(person, currentCode(this, person.registration));
});

Then('(as a check, )none of all these is registered for {person}', async function (this: PairWorld, person: Person) {
  const names = [...new Set(person.registrations.map(({ name }) => name))];
  const lines = (await person.web.devices.lines()).join('\n');
  const listed = names.filter((name) => lines.includes(name));
  await this.observe({
    expected: `none of ${names.length} names ${this.whereListed}`,
    seen: listed.map((name) => `"${name}"`).join(', ') || 'none',
    holds: names.length > 0 && listed.length === 0,
  });
});

// It may be told with the wrong code that locks, or with the right one that comes too late. Where no number is declared any
// of the codes may have been the one that locks.
Then('(as a check, )the web tells {person} how long to wait', async function (this: PairWorld, person: Person) {
  const { throttleMax } = this.target.declares;
  const news = person.allNews
    .slice(throttleMax === undefined ? -1 - triesAllowed(this) : -2)
    .flat()
    .join(' / ');
  const longest = this.target.declares.throttleReleaseSeconds + ROUNDED_UP_SECONDS;
  const times = secondsTold(news);
  const isRight = times.length === 0 || times.some((seconds) => seconds <= longest);
  await this.observe({
    expected: 'a message with a time in it, such as "15 minutes", and no longer than is declared',
    seen: news || 'no message',
    holds: this.labels.aboutWaiting.test(news) && isRight,
  });
});

interface Guesses {
  times: number;
  /** What comes between two guesses; it is told which guess follows, the second one first. */
  before?: (time: number) => Promise<void>;
}

async function guessOften(world: PairWorld, person: Person, { times, before }: Guesses): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    if (time > 1) await before?.(time);
    await guess(person, wrongCode(world, person.registration));
  }
}

/**
 * One code on the web. A portal may say on a page of its own how long to wait: without a field the form that was there
 * before is sent, as by a program that guesses.
 */
async function guess(person: Person, code: string): Promise<void> {
  const { web } = person;
  const form = (await web.isAskedForCode()) ? undefined : person.lastCodeForm;
  if (!form) {
    person.lastCodeForm = await web.wire.codeForm('');
    return submitCode(person, code);
  }
  person.news = await web.wire.send(withText(form, person.remember(code)));
}
