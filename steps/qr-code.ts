import { type DataTable, Given, Then } from '@cucumber/cucumber';
import { decodeBase32, encodeBase32 } from '../protocol/base32.ts';
import { lookTwice } from '../simulators/camera/look-twice.ts';
import { lookAtMargin } from '../simulators/camera/symbol-margin.ts';
import { Blocked } from '../simulators/errors.ts';
import { keyBytes } from '../simulators/phone/authenticator.ts';
import type { Viewing } from '../simulators/web-user/page.ts';
import { namesDevices } from '../targets/names.ts';
import { nameAndRead } from './support/acts.ts';
import { chanceIn, sharedEnds } from './support/chance.ts';
import { wordsOfMargin } from './support/margin-words.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

Given(
  '{int} registrations each started by two users at the same instant',
  async function (this: PairWorld, each: number) {
    this.crowd.push(...(namesDevices(this.target) ? await twoUsers(this) : await manyUsers(this, each * 2)));
    const times = (each * 2) / this.crowd.length;
    for (const person of this.crowd) await this.setUp(person, () => startMany(this, person, times));
  },
);

Then(
  '(as a check, )the QR code holds an address of the kind {string} and the type {string}',
  async function (this: PairWorld, scheme: string, type: string) {
    const { symbolText } = (await this.person('the user')).registration;
    const seen = symbolText.split('/').slice(0, 3).join('/');
    await this.observe({ expected: `${scheme}://${type}`, seen, holds: seen === `${scheme}://${type}` });
  },
);

Then('(as a check, )the key in the QR code is Base32 to the last bit', async function (this: PairWorld) {
  const { secret } = (await this.person('the user')).registration.uri;
  const seen = faultOfBase32(secret);
  const expected = 'A-Z and 2-7 only, a whole number of bytes, no bits left over';
  await this.observe({ expected, seen: seen ?? 'as expected', holds: seen === undefined });
});

Then('(as a check, )the key in the QR code has at least {int} bits', async function (this: PairWorld, least: number) {
  const { keyBits } = (await this.person('the user')).registration.authenticator;
  await this.observe({ expected: `at least ${least} bits`, seen: `${keyBits} bits`, holds: keyBits >= least });
});

Then('(as a check, )all these keys are different', async function (this: PairWorld) {
  const keys = allKeys(this);
  const different = new Set(keys).size;
  const holds = different === keys.length && keys.length > 1;
  await this.observe({ expected: `${keys.length} different keys`, seen: `${different} different keys`, holds });
});

Then('(as a check, )no two of these keys begin or end alike', async function (this: PairWorld) {
  const shared = sharedEnds(allKeys(this).map(bytesOf));
  const expected = 'no two keys with the same first or last 4 bytes';
  await this.observe({ expected, seen: `${shared} pairs that share them`, holds: shared === 0 });
});

Then('(as a check, )each of these keys holds enough that is left to chance', async function (this: PairWorld) {
  const { bits, wanted } = chanceIn(allKeys(this).map(bytesOf));
  await this.observe({ expected: `at least ${wanted} bits of chance`, seen: `${bits} bits`, holds: bits >= wanted });
});

Then(
  '(as a check, )two independent readers can read the QR code on each of these screens:',
  async function (this: PairWorld, table: DataTable) {
    const person = await this.person('the user');
    const looks: Look[] = [];
    for (const row of table.hashes()) looks.push(await lookOnScreen(person, row));
    const unread = looks.flatMap(({ faults }) => faults);
    await this.observe({
      expected: `both readers read it on all ${looks.length} screens`,
      seen: unread.join('; ') || 'both read it on all of them',
      holds: unread.length === 0,
      note: looks[0] && (await marginIn(looks[0])),
    });
  },
);

function twoUsers(world: PairWorld): Promise<Person[]> {
  return Promise.all([world.person('the user'), world.person('another user')]);
}

/** Without names a user who begins again goes on with what was begun, of which the key may be the same. */
async function manyUsers(world: PairWorld, count: number): Promise<Person[]> {
  const users: Person[] = [];
  while (users.length < count) users.push(await world.person(`user ${users.length + 1}`));
  return users;
}

async function startMany(world: PairWorld, person: Person, times: number): Promise<void> {
  await signInOnWeb(world, person);
  for (let time = 1; time <= times; time += 1) {
    await person.openRegistration();
    await nameAndRead(person, `Phone ${time}`);
  }
}

function allKeys({ crowd }: PairWorld): string[] {
  return crowd.flatMap(({ registrations }) => registrations.map(({ uri }) => uri.secret));
}

/** As a phone reads it, which is told apart from how it should be written elsewhere. */
function bytesOf(secret: string): Uint8Array {
  try {
    return keyBytes(secret);
  } catch {
    throw new Blocked('wanted a key in Base32 in the QR code: no phone can read this one');
  }
}

function faultOfBase32(secret: string): string | undefined {
  try {
    return encodeBase32(decodeBase32(secret)) === secret.replace(/=+$/, '')
      ? undefined
      : 'it changes when written again';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A page on one screen, and which readers cannot read its QR code. */
interface Look {
  screen: string;
  pixels: Uint8Array | undefined;
  faults: string[];
}

async function lookOnScreen(person: Person, row: Record<string, string>): Promise<Look> {
  const viewing = { widthPx: Number(row.width), pixelRatio: Number(row['pixel ratio']), theme: row.theme } as Viewing;
  const screen = `${row.width} px wide, ratio ${row['pixel ratio']}, ${row.theme}`;
  const pixels = await person.web.pageOn(viewing);
  if (!pixels) return { screen, pixels, faults: [`no pixels on a screen ${screen}`] };
  const wanted = person.registration.symbolText;
  const { symbols, secondReader } = await lookTwice(pixels);
  const faults = [
    ...(symbols.some(({ text }) => text === wanted) ? [] : [`the first reader fails on a screen ${screen}`]),
    ...(secondReader === wanted ? [] : [`the second reader fails on a screen ${screen}`]),
  ];
  return { screen, pixels, faults };
}

/** What a report says besides: figures alone, and nothing of what the QR code holds. */
async function marginIn({ screen, pixels }: Look): Promise<string | undefined> {
  const margins = pixels && (await lookAtMargin(pixels));
  return margins && wordsOfMargin(margins, screen);
}
