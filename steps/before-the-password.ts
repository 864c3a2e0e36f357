import { Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { Credentials } from '../simulators/phone/phone.ts';
import { triesAllowed, wrongCode } from './support/codes.ts';
import { heardOnTheWeb, statusesOf } from './support/heard.ts';
import { signInSending } from './support/sign-in-sending.ts';
import type { PairWorld } from './support/world.ts';

const WRONG_PASSWORD = 'a password of nobody';

When(
  'a stranger signs in with a wrong password as {somebody}, and as {somebody}',
  async function (this: PairWorld, one: string, other: string) {
    this.before = [await answersTo(this, one), await answersTo(this, other)];
  },
);

Then('(as a check, )the answers to both are the same, on the web and in the app', async function (this: PairWorld) {
  const [one = '', other = ''] = this.before;
  await this.observe({ expected: one, seen: other, holds: one !== '' && one === other });
});

/** What is answered on both sides, in words, without the name that was typed. */
async function answersTo(world: PairWorld, somebody: string): Promise<string> {
  const { username } = await credentialsOf(world, somebody);
  const credentials = { username, password: WRONG_PASSWORD };
  const heard = world.listen();
  const web = await world.openWindow();
  await web.openSignIn();
  const before = heard.length;
  await web.signInHere(credentials);
  const pages = heardOnTheWeb(world, before);
  const phone = world.pickUpPhone();
  await phone.startSignIn(credentials);
  const { title, message = '' } = await phone.screen();
  const lines = (await web.lines()).join(' / ').replaceAll(username, 'USERNAME');
  const headers = new Set(pages.flatMap((page) => [...page.headers.keys()]));
  headers.delete('set-cookie');
  const inApp = heard.findLast(({ from }) => from === 'phone');
  if (!inApp) throw new Blocked('wanted an answer in the app to look at, heard none');
  const onWeb = `${statusesOf(pages)}: ${lines} [${[...headers].sort().join(' ')}]`;
  return `web ${onWeb}; app ${inApp.status}: ${title}, ${message}`;
}

async function credentialsOf(world: PairWorld, somebody: string): Promise<Credentials> {
  const person = await world.person(somebody === 'a user without a device' ? 'another user' : 'the user');
  const { credentials } = person;
  if (somebody === 'nobody') return { ...credentials, username: `nobody-${credentials.username}` };
  if (somebody === 'a user who is locked') {
    for (let time = 0; time < triesAllowed(world); time += 1) {
      await signInSending(person, () => wrongCode(world, person.registration));
    }
  }
  return credentials;
}
