import { Then, When } from '@cucumber/cucumber';
import { nameDevice, submitCode } from './support/acts.ts';
import { wrongCode, wrongCodes } from './support/codes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

When('{person} submits {int} wrong codes', async function (this: PairWorld, person: Person, times: number) {
  for (let time = 0; time < times; time += 1) await submitCode(person, wrongCode(this, person.registration));
});

When(
  '{person} submits as many wrong codes as the portal allows, spread over new registrations',
  async function (this: PairWorld, person: Person) {
    for (let time = 1; time <= this.target.declares.throttleMax; time += 1) {
      await submitCode(person, wrongCode(this, person.registration));
      await person.web.openRegistration();
      await nameDevice(this, person, `try ${time}`);
    }
  },
);

When(
  '{person} submits as many wrong codes as the portal allows, spread over fresh web sessions',
  async function (this: PairWorld, person: Person) {
    for (let time = 1; time <= this.target.declares.throttleMax; time += 1) {
      await submitCode(person, wrongCode(this, person.registration));
      person.web = await this.openWindow();
      await person.web.signIn(person.credentials);
      await person.web.openRegistration();
      await nameDevice(this, person, `try ${time}`);
    }
  },
);

When(
  'as many wrong codes as the portal allows are sent by turns in the app and on the web',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    for (let time = 0; time < this.target.declares.throttleMax; time += 1) {
      const code = wrongCode(this, person.registration);
      if (time % 2 === 0) await person.phone.signIn(person.credentials, () => code);
      else await guessOnWeb(this, person, code);
    }
  },
);

When(
  'the phone sends as many wrong codes as the portal allows, with a restart between them',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    const { throttleMax } = this.target.declares;
    for (let time = 0; time < throttleMax; time += 1) {
      if (time === Math.floor(throttleMax / 2)) await this.control.restart();
      await person.phone.signIn(person.credentials, () => wrongCode(this, person.registration));
    }
  },
);

When(
  '{person} submits as many wrong codes as the portal allows at the same moment',
  async function (this: PairWorld, person: Person) {
    const codes = wrongCodes(this, person.registration, this.target.declares.throttleMax);
    const forms = await Promise.all(codes.map((code) => person.web.wire.codeForm(person.remember(code))));
    this.statuses = await person.web.wire.sendTogether(forms);
  },
);

When(
  'somebody without the password sends twice as many wrong codes as the portal allows',
  async function (this: PairWorld) {
    const { credentials, registration } = await this.person('the user');
    const phone = this.pickUpPhone();
    await phone.startSignIn({ ...credentials, password: `not ${credentials.password}` });
    for (let time = 0; time < 2 * this.target.declares.throttleMax; time += 1) {
      await phone.sendCode(wrongCode(this, registration));
    }
  },
);

When(
  'the phone sends as many wrong codes as the portal allows, each from another address as it claims',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    for (let time = 0; time < this.target.declares.throttleMax; time += 1) {
      person.phone.claim({ headers: addressHeaders(`198.51.100.${time + 1}`) });
      await person.phone.signIn(person.credentials, () => wrongCode(this, person.registration));
    }
  },
);

Then('(as a check, )none of all these is registered for {person}', async function (this: PairWorld, person: Person) {
  const names = [...new Set(person.registrations.map(({ name }) => name))];
  const lines = (await person.web.devices.lines()).join('\n');
  const listed = names.filter((name) => lines.includes(name));
  await this.observe({
    expected: `none of ${names.length} names under Mobile authentication`,
    seen: listed.map((name) => `"${name}"`).join(', ') || 'none',
    holds: names.length > 0 && listed.length === 0,
  });
});

Then('(as a check, )the web tells {person} how long to wait', async function (this: PairWorld, person: Person) {
  const news = person.news.join(' / ');
  await this.observe({ expected: 'a message with a time in it', seen: news || 'no message', holds: /\d/.test(news) });
});

/** Where the web asks for a code of a registered device it gets the wrong one, and where it does not there is a new one. */
async function guessOnWeb(world: PairWorld, person: Person, code: string): Promise<void> {
  await person.web.openRegistration(async () => code);
  if (!(await person.web.isAskedForName())) return;
  await nameDevice(world, person, 'second phone');
  await submitCode(person, code);
}

/** What proxies write, and what a client can write as well. @see RFC 7239 */
function addressHeaders(address: string): Record<string, string> {
  return {
    'x-forwarded-for': address,
    'x-real-ip': address,
    'x-client-ip': address,
    'true-client-ip': address,
    'cf-connecting-ip': address,
    forwarded: `for=${address}`,
  };
}
