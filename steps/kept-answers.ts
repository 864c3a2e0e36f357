import { Then, When } from '@cucumber/cucumber';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { Blocked } from '../simulators/errors.ts';
import type { Heard } from '../simulators/network/recorder.ts';
import { heardAnswers } from './support/heard.ts';
import { holdsCode, holdsKey, writingsOf } from './support/key-writings.ts';
import type { Person, Registration } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

When('{person} looks at the QR code', (person: Person) => person.lookAtQrCode());

Then('(as a check, )each of these answers that holds the key forbids to keep it', async function (this: PairWorld) {
  const person = await this.person('the user');
  const holding = await withKey(heardAnswers(this), person);
  if (holding.length === 0) throw new Blocked('wanted answers that hold the key, heard none');
  const kept = holding.filter(({ headers }) => !/\bno-store\b/i.test(headers.get('cache-control') ?? ''));
  await this.observe({
    expected: `answers with the key, each with Cache-Control: no-store`,
    seen: `${holding.length} answers with the key, ${kept.length} of them without`,
    holds: kept.length === 0,
  });
});

Then('(as a check, )none of the addresses that were asked for holds a key or a code', async function (this: PairWorld) {
  const { registration, sentCodes } = await this.person('the user');
  const addresses = heardAnswers(this).map(({ address }) => address);
  // A wrong code as well: where that one stands, right ones do.
  const holding = addresses.filter(
    (address) => holdsSecret(this, address, registration) || sentCodes.some((code) => address.includes(code)),
  );
  await this.observe({
    expected: `${addresses.length} addresses, none with a key or a code`,
    seen: holding.length === 0 ? 'none' : `${holding.length} of them`,
    holds: holding.length === 0,
  });
});

Then('(as a check, )no message on the web has repeated a key or a code', async function (this: PairWorld) {
  const person = await this.person('the user');
  const messages = person.allNews.map((lines) => lines.join(' '));
  if (messages.length === 0) throw new Blocked('wanted messages on the web to look into, saw none');
  const repeating = messages.filter(
    (text) => holdsSecret(this, text, person.registration) || person.sentCodes.some((code) => text.includes(code)),
  );
  await this.observe({
    expected: `${messages.length} messages after Submit, none with a key or a code`,
    seen: repeating.length === 0 ? 'none' : `${repeating.length} of them`,
    holds: repeating.length === 0,
  });
});

Then(
  "(as a check, )the storage of {person}'s browser holds neither key nor code",
  async function (this: PairWorld, person: Person) {
    const storage = await person.web.wire.storage();
    const holding = storage.filter((text) => holdsSecret(this, text, person.registration));
    await this.observe({
      expected: 'neither key nor code in what scripts can read',
      seen: holding.length === 0 ? 'neither' : `${holding.length} of ${storage.length} entries`,
      holds: holding.length === 0,
    });
  },
);

/**
 * The answers that hold the key: in their text, in a picture with the symbol, or as the page that shows it, drawn in
 * whatever way; but not a page that draws nothing itself, where its scripts have asked for the key.
 */
async function withKey(answers: readonly Heard[], { registration, keyAddresses }: Person): Promise<Heard[]> {
  const sure: Heard[] = [];
  for (const heard of answers) if (await holdsForSure(heard, registration)) sure.push(heard);
  const isAskedFor = sure.some((heard) => heard.from === 'web' && !isPage(heard));
  const shown = new Set([...keyAddresses].map((address) => address.split('#')[0]));
  const shows = (heard: Heard) => isPage(heard) && shown.has(heard.address) && (!isAskedFor || draws(heard));
  return answers.filter((heard) => sure.includes(heard) || shows(heard));
}

async function holdsForSure({ headers, body }: Heard, registration: Registration): Promise<boolean> {
  if (headers.get('content-type')?.startsWith('image/png')) {
    return (await seeSymbols(body)).some(({ text }) => text === registration.symbolText);
  }
  return holdsKey(Buffer.from(body).toString('utf8'), registration);
}

function isPage({ headers }: Heard): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true;
}

function draws({ body }: Heard): boolean {
  return /<svg|data:image/i.test(Buffer.from(body).toString('utf8'));
}

function holdsSecret(world: PairWorld, text: string, registration: Registration): boolean {
  const inAnyCase = text.toLowerCase();
  const holdsWriting = writingsOf(registration).some((writing) => inAnyCase.includes(writing));
  return holdsWriting || holdsKey(text, registration) || holdsCode(text, registration, world.clock.now());
}
