import { Then } from '@cucumber/cucumber';
import { normaliseKey } from '../simulators/phone/authenticator.ts';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { currentCode } from './support/codes.ts';
import { holdsKey } from './support/key-writings.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** What a person can read at a glance and type without losing the place. */
const LONGEST_GROUP = 6;

Then('(as a check, )the web shows {person} the device name as typed', async function (this: PairWorld, person: Person) {
  const { name } = person.registration;
  // Where the values have a page of their own, the name may have stood on the one before.
  const lines = [...(person.manual?.lines ?? []), ...(await person.web.lines())];
  const isThere = lines.some((line) => standsIn(line, name));
  // Who types it goes by what stands among the values, whatever stands above them.
  const misspelt = (person.manual?.lines ?? []).find((line) => isMisspelt(line, name));
  const there = misspelt === undefined ? 'it is there' : 'it is there in other letters too';
  await this.observe({
    expected: `among the values that appear, "${name}" to the letter`,
    seen: isThere ? there : `${lines.length} lines, none of them with this name`,
    holds: isThere && misspelt === undefined,
  });
});

Then(
  '(as a check, )the web shows {person} the key that is in the QR code',
  async function (this: PairWorld, person: Person) {
    const keys = person.manual?.keys ?? [];
    const holds = keys.length === 1 && keys[0] === person.registration.uri.secret.replace(/=+$/, '');
    const oneKey = holds ? 'it is equal' : 'it is another key';
    await this.observe({
      expected: 'one key, equal to that in the QR code but for spaces',
      seen: keys.length === 1 ? oneKey : `${keys.length} keys`,
      holds,
    });
  },
);

Then(
  '(as a check, )the key is shown to {person} in groups, which copied whole give the key',
  async function (this: PairWorld, person: Person) {
    const { lines = [], keys = [] } = person.manual ?? {};
    const key = person.registration.uri.secret.replace(/=+$/, '');
    const isWhole = keys.length === 1 && keys[0] === key;
    // It may stand there twice: in groups to be read, and in one piece to be copied.
    const whole = lines.filter((text) => normaliseKey(text).endsWith(key));
    const longest = Math.min(...whole.map((line) => longestGroup(line, key)));
    const shown = isWhole
      ? `the key, in groups of at most ${longest} characters`
      : `${keys.length} keys, none of them this`;
    await this.observe({
      expected: `the key on one line, in groups of at most ${LONGEST_GROUP} characters`,
      seen: shown,
      holds: isWhole && longest <= LONGEST_GROUP,
    });
  },
);

function longestGroup(line: string, key: string): number {
  const groups = line.split(/[\s-]+/).filter((group) => key.includes(group.toUpperCase()));
  return Math.max(...groups.map(({ length }) => length));
}

Then('(as a check, )the web shows {person} no key', async function (this: PairWorld, person: Person) {
  const holds = !(await person.web.showsKey());
  await this.observe({ expected: 'no key to be read on the page', seen: holds ? 'none' : 'a key', holds });
});

Then(
  '(as a check, )the addresses that showed the key to {person} show it no more',
  async function (this: PairWorld, person: Person) {
    // First the page that is there now: it may hold the key where nobody reads it.
    const showing = (await stillShowsKey(person)) ? ['this page'] : [];
    for (const address of person.keyAddresses) {
      await person.web.open(address);
      if (await stillShowsKey(person)) showing.push(address);
    }
    const count = person.keyAddresses.size;
    await this.observe({
      expected: `neither this page nor any of ${count} addresses shows a key or a QR code, or has the key in its source`,
      seen: showing.length === 0 ? 'none does' : `${showing.length} do`,
      holds: count > 0 && showing.length === 0,
    });
  },
);

Then('(as a check, )the phone shows the code that the QR code stands for', async function (this: PairWorld) {
  const person = await this.person('the user');
  const shown = person.remember(await person.phone.oneTimeCode());
  const holds = shown === currentCode(this, person.registration);
  await this.observe({
    expected: 'the code that the key in the QR code gives at this moment',
    seen: holds ? 'it is the same' : 'it is another code',
    holds,
  });
});

async function stillShowsKey({ web, registration }: Person): Promise<boolean> {
  if ((await web.showsKey()) || holdsKey(await web.wire.source(), registration)) return true;
  return (await web.qrCode()) !== undefined;
}

/** Capital letters alone are how a style sheet draws a heading. */
function isMisspelt(line: string, name: string): boolean {
  const isSaid = line.toLowerCase().includes(name.toLowerCase()) && line !== line.toUpperCase();
  return isSaid && !line.includes(name);
}
