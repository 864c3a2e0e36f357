import { Then, When } from '@cucumber/cucumber';
import { searchForward } from '../simulators/clock/search-forward.ts';
import type { Credentials, Phone } from '../simulators/phone/phone.ts';
import { TITLES } from '../simulators/phone/screens.ts';
import { type Truncation, truncationAt } from '../simulators/phone/truncation.ts';
import { codeAt, wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { signInSending } from './support/sign-in-sending.ts';
import type { PairWorld } from './support/world.ts';

/** More than two steps, so that no code meets the memory of the one before. */
const SPACING_SECONDS = 97;

/** The corners of the truncation, in which implementations are known to differ. @see RFC 4226 section 5.3 */
const CORNERS: Record<string, (truncation: Truncation) => boolean> = {
  'the truncated word has its highest bit set': ({ highestBitSet }) => highestBitSet,
  'the truncation starts at offset 0': ({ offset }) => offset === 0,
  'the truncation starts at offset 15': ({ offset }) => offset === 15,
};

When(
  '{person} signs in to the app with the code used before at once',
  signInWithUsedCode((code) => code),
);

When(
  '{person} signs in to the app with the code used before in the next step',
  async function (this: PairWorld, person: Person) {
    await this.clock.advance(person.registration.uri.periodSeconds);
    await signInSending(person, () => person.lastCode);
  },
);

When(
  '{person} signs in to the app with the code used before with spaces in it',
  signInWithUsedCode((code) => ` ${code.slice(0, 3)} ${code.slice(3)} `),
);

When(
  "{int} phones with {person}'s key sign in at the same moment",
  async function (this: PairWorld, times: number, person: Person) {
    this.phones = Array.from({ length: times }, () => person.phone.duplicate());
    await signInTogether(this.phones, person.credentials);
  },
);

/** Pages by the dozen take their time; what has to come at the same moment are their codes. */
async function signInTogether(phones: readonly Phone[], credentials: Credentials): Promise<void> {
  if (phones.some(({ hasApp }) => hasApp)) {
    await Promise.all(phones.map((phone) => phone.signIn(credentials)));
    return;
  }
  for (const phone of phones) await phone.startSignIn(credentials);
  const asked: Phone[] = [];
  for (const phone of phones) if ((await phone.screen()).title === TITLES.codeAsked) asked.push(phone);
  await Promise.all(asked.map(async (phone) => phone.sendCode(await phone.oneTimeCode())));
}

When(
  '{person} signs in to the app with the code of {distance}',
  async function (this: PairWorld, person: Person, seconds: number) {
    const code = await codeAt(this, person.registration, seconds);
    await signInSending(person, () => person.remember(code));
  },
);

When('the phone sends a wrong code', async function (this: PairWorld) {
  const person = await this.person('the user');
  await signInSending(person, () => wrongCode(this, person.registration));
});

Then(
  "(as a check, )exactly {int} of these phones shows the account's data",
  async function (this: PairWorld, wanted: number) {
    const accesses = await Promise.all(this.phones.map((phone) => phone.protectedData()));
    const count = accesses.filter((resources) => resources.some(({ shown }) => shown)).length;
    const [expected, seen] = [wanted, count].map((number) => `${number} of ${this.phones.length} phones show data`);
    await this.observe({ expected: expected ?? '', seen: seen ?? '', holds: count === wanted });
  },
);

for (const [words, property] of Object.entries(CORNERS)) {
  Then(`(as a check, )the portal accepts the phone's code where ${words}`, async function (this: PairWorld) {
    const person = await this.person('the user');
    const { uri, authenticator } = person.registration;
    const isPlain = (atEpochMs: number) => !authenticator.codeAt(atEpochMs).startsWith('0');
    const holds = (atEpochMs: number) => isPlain(atEpochMs) && property(truncationAt(uri.secret, uri, atEpochMs));
    const fromEpochMs = this.clock.now() + SPACING_SECONDS * 1000;
    const atEpochMs = searchForward({ fromEpochMs, periodSeconds: uri.periodSeconds, holds });
    await observeAccepted(this, person, [atEpochMs]);
  });
}

Then(
  "(as a check, )the portal accepts the phone's code at {int} different times",
  async function (this: PairWorld, times: number) {
    const person = await this.person('the user');
    const { authenticator } = person.registration;
    const instants: number[] = [];
    for (
      let atEpochMs = this.clock.now();
      instants.length < times;
      atEpochMs += (SPACING_SECONDS + instants.length) * 1000
    ) {
      // Leading zeros have a requirement of their own.
      if (!authenticator.codeAt(atEpochMs).startsWith('0')) instants.push(atEpochMs);
    }
    await observeAccepted(this, person, instants);
  },
);

async function observeAccepted(world: PairWorld, person: Person, instants: number[]): Promise<void> {
  const refused: string[] = [];
  for (const atEpochMs of instants) {
    await world.clock.set(atEpochMs);
    const isLast = atEpochMs === instants.at(-1);
    if (!(await isAccepted(person, isLast))) refused.push(new Date(atEpochMs).toISOString());
  }
  await world.observe({
    expected: `the code is accepted at all of ${instants.length} times`,
    seen: refused.length === 0 ? 'it is' : `refused at ${refused.join(', ')}`,
    holds: refused.length === 0,
  });
}

/** Whether another phone with the same key is let in by its code, and, where that is to be seen, to the data too. */
async function isAccepted(person: Person, withData: boolean): Promise<boolean> {
  const phone = person.phone.duplicate();
  const codesBefore = person.sentCodes.length;
  await phone.signIn(person.credentials, (code) => person.remember(code));
  // Let in without a code: nothing was shown of it.
  if (person.sentCodes.length === codesBefore) return false;
  if ((await phone.screen()).title !== TITLES.conversations) return false;
  return !withData || (await phone.protectedData()).every(({ shown }) => shown);
}

function signInWithUsedCode(rewrite: (code: string) => string) {
  return async function (this: PairWorld, person: Person): Promise<void> {
    const used = person.lastCode;
    await signInSending(person, () => rewrite(used));
  };
}
