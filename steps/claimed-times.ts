import { When } from '@cucumber/cucumber';
import { codeAt, currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { signInSending } from './support/sign-in-sending.ts';
import type { PairWorld } from './support/world.ts';

/** What a client may call the time. */
const FIELDS = ['time', 'timestamp', 'now', 'date', 't', 'epoch', 'clock', 'clientTime'];

When(
  '{person} submits the code of {distance}, with the time of {distance} sent along',
  // biome-ignore lint/complexity/useMaxParams: the sentence has two distances
  async function (this: PairWorld, person: Person, codeSeconds: number, claimedSeconds: number) {
    await submitClaiming(this, person, {
      code: await codeAt(this, person.registration, codeSeconds),
      seconds: claimedSeconds,
    });
  },
);

When(
  '{person} submits the current code, with the time of {distance} sent along',
  async function (this: PairWorld, person: Person, seconds: number) {
    await submitClaiming(this, person, { code: currentCode(this, person.registration), seconds });
  },
);

When(
  '{person} signs in to the app with the code of {distance}, with that time sent along',
  async function (this: PairWorld, person: Person, seconds: number) {
    const code = person.remember(await codeAt(this, person.registration, seconds));
    const claimed = new Date(this.clock.now() + seconds * 1000);
    const epochSeconds = Math.floor(claimed.getTime() / 1000);
    const fields = Object.fromEntries(FIELDS.map((name) => [name, epochSeconds]));
    person.phone.claim({ headers: { date: claimed.toUTCString(), 'x-client-date': claimed.toISOString() }, fields });
    await signInSending(person, () => code);
    person.phone.claim({});
  },
);

async function submitClaiming(
  world: PairWorld,
  person: Person,
  { code, seconds }: { code: string; seconds: number },
): Promise<void> {
  const form = await person.web.wire.codeForm(person.remember(code));
  const claimed = String(Math.floor(world.clock.now() / 1000 + seconds));
  const claims = FIELDS.map((name): [string, string] => [name, claimed]);
  await person.web.wire.send({ ...form, fields: [...form.fields, ...claims] });
}
