import { Then, When } from '@cucumber/cucumber';
import type { Credentials } from '../simulators/phone/phone.ts';
import { triesAllowed, wrongCode } from './support/codes.ts';
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
  await web.openPortal();
  await web.signInHere(credentials);
  const page = heard.at(-1);
  const phone = world.pickUpPhone();
  await phone.startSignIn(credentials);
  const { title, message = '' } = await phone.screen();
  const lines = (await web.lines()).join(' / ').replaceAll(username, 'USERNAME');
  const headers = [...(page?.headers.keys() ?? [])].filter((name) => name !== 'set-cookie').join(' ');
  return `web ${page?.status}: ${lines} [${headers}]; app ${heard.at(-1)?.status}: ${title}, ${message}`;
}

async function credentialsOf(world: PairWorld, somebody: string): Promise<Credentials> {
  const person = await world.person(somebody === 'a user without a device' ? 'another user' : 'the user');
  const { credentials } = person;
  if (somebody === 'nobody') return { ...credentials, username: `nobody-${credentials.username}` };
  if (somebody === 'a user who is locked') {
    for (let time = 0; time < triesAllowed(world); time += 1) {
      await person.phone.signIn(credentials, () => wrongCode(world, person.registration));
    }
  }
  return credentials;
}
