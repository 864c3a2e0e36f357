import { type DataTable, Then } from '@cucumber/cucumber';
import { DEFAULT_OTP_PARAMETERS } from '../protocol/otpauth-uri.ts';
import { Blocked, Unprovided } from '../simulators/errors.ts';
import { Authenticator } from '../simulators/phone/authenticator.ts';
import { currentCode } from './support/codes.ts';
import { suiteKey } from './support/key-uris.ts';
import type { Person } from './support/person.ts';
import { outcomeOf } from './support/scanner.ts';
import type { PairWorld } from './support/world.ts';

Then(
  '(as a check, )the app shows {person} the code of QR code {string}',
  async function (this: PairWorld, person: Person, name: string) {
    const wanted = codeOfSuiteKey(this, name);
    const shown = await codeShown(person);
    const anyCode = shown === wanted ? 'it is shown' : 'another code';
    await this.observe({
      expected: `the code that the key in QR code "${name}" gives at this moment`,
      seen: shown === undefined ? `no code: ${(await outcomeOf(person)).words}` : anyCode,
      holds: shown === wanted,
    });
  },
);

Then(
  '(as a check, )the app shows {person} the code of QR code {string} or has refused the QR code with a message',
  async function (this: PairWorld, person: Person, name: string) {
    const { isRefusal, words } = await outcomeOf(person);
    const shown = await codeShown(person);
    const anyCode = shown === codeOfSuiteKey(this, name) ? 'it is shown' : 'another code';
    await this.observe({
      expected: `the code that the key in QR code "${name}" gives at this moment, or no code and a message`,
      seen: shown === undefined ? `no code: ${words}` : anyCode,
      holds: shown === undefined ? isRefusal : shown === codeOfSuiteKey(this, name),
    });
  },
);

Then(
  '(as a check, )the app shows {person} the code of {string} with its zero',
  async function (this: PairWorld, person: Person, name: string) {
    const shown = await codeShown(person);
    const wanted = currentCode(this, person.registrationOf(name));
    if (!wanted.startsWith('0')) throw new Unprovided('the moment of a code that begins with a zero', TOO_LATE);
    if (shown !== undefined) person.remember(shown);
    const seen = shown === undefined ? (await outcomeOf(person)).words : `another one, of ${shown.length} digits`;
    await this.observe({
      expected: `the code of this moment, all ${wanted.length} digits of it`,
      seen: shown === wanted ? 'it is shown' : seen,
      holds: shown === wanted,
    });
  },
);

Then(
  '(as a check, )the app shows {person} the code of {string}',
  async function (this: PairWorld, person: Person, name: string) {
    const shown = await codeShown(person);
    if (shown !== undefined) person.remember(shown);
    const holds = shown === currentCode(this, person.registrationOf(name));
    const anyCode = holds ? 'it is shown' : 'another code';
    await this.observe({
      expected: `the code that the key of "${name}" gives at this moment`,
      seen: shown === undefined ? `no code: ${(await outcomeOf(person)).words}` : anyCode,
      holds,
    });
  },
);

Then(
  '(as a check, )the app shows {person} the code {string}',
  async function (this: PairWorld, person: Person, wanted: string) {
    const shown = await codeShown(person);
    const seen = shown ?? `no code: ${(await outcomeOf(person)).words}`;
    await this.observe({ expected: wanted, seen, holds: shown === wanted });
  },
);

Then(
  '(as a check, )the app shows {person} the code {string} or has refused the QR code with a message',
  async function (this: PairWorld, person: Person, wanted: string) {
    const { isRefusal, words } = await outcomeOf(person);
    const shown = await codeShown(person);
    await this.observe({
      expected: `${wanted}, or no code and a message`,
      seen: shown ?? `no code: ${words}`,
      holds: shown === undefined ? isRefusal : shown === wanted,
    });
  },
);

Then(
  '(as a check, )the app shows {person} these codes at these times:',
  async function (this: PairWorld, person: Person, table: DataTable) {
    await observeCodes(this, person, table);
  },
);

// Only the defaults have to be known: an app may refuse what else a key URI can ask for.
Then(
  '(as a check, )the app shows {person} these codes at these times or has refused the QR code with a message:',
  async function (this: PairWorld, person: Person, table: DataTable) {
    const { isRefusal, words } = await outcomeOf(person);
    if (!isRefusal) return observeCodes(this, person, table);
    await this.observe({ expected: 'these codes, or no code and a message', seen: words, holds: true });
  },
);

async function observeCodes(world: PairWorld, person: Person, table: DataTable): Promise<void> {
  const wrong: string[] = [];
  for (const { 'seconds since 1970': seconds, code } of table.hashes()) {
    await world.clock.set(Number(seconds) * 1000);
    const shown = await codeShown(person);
    if (shown !== code) wrong.push(`at ${seconds} ${shown ?? 'no code'} instead of ${code}`);
  }
  await world.observe({
    expected: `the right code at all of ${table.hashes().length} times`,
    seen: wrong.join(', ') || 'it is right at all of them',
    holds: wrong.length === 0,
  });
}

function codeOfSuiteKey({ clock }: PairWorld, name: string): string {
  return new Authenticator(suiteKey(name), DEFAULT_OTP_PARAMETERS).codeAt(clock.now());
}

const TOO_LATE = 'its time step was over before the code could be read: run it again';

/** The code on the screen, where there is one. */
async function codeShown(person: Person): Promise<string | undefined> {
  if ((await outcomeOf(person)).isRefusal) return undefined;
  try {
    return await person.phone.oneTimeCode();
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}
