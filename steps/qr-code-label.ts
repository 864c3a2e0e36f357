import { Then } from '@cucumber/cucumber';
import { decode, isDeviceAlone, labelOf, parametersOf } from './support/symbol-parts.ts';
import type { PairWorld } from './support/world.ts';

/** A colon, plain or encoded. */
const COLON = /:|%3A/gi;

Then(
  '(as a check, )the QR code names an issuer, the same in its label where it stands there too',
  async function (this: PairWorld) {
    const { label, parameters } = await partsOf(this);
    const issuer = parameters.get('issuer') ?? '';
    const [prefix = ''] = label.split(COLON);
    const hasPrefix = prefix !== label;
    const told = hasPrefix ? `"${decode(prefix)}" in the label` : 'none in the label';
    await this.observe({
      expected: 'an issuer among the parameters, and in the label the same or none',
      seen: `"${issuer}" among the parameters, ${told}`,
      holds: issuer !== '' && (!hasPrefix || decode(prefix) === issuer),
    });
  },
);

Then(
  '(as a check, )the label of the QR code has no colon but the one after the issuer',
  async function (this: PairWorld) {
    const { label, parameters } = await partsOf(this);
    const colons = label.match(COLON)?.length ?? 0;
    const first = decode(label.split(COLON)[0] ?? '').trim();
    // Which issuer that is, and whether the parameters name the same, is QRC-05.
    const isOfName = first !== parameters.get('issuer') && (await beginsName(this, first));
    await this.observe({
      expected: 'no colon, or one after the issuer',
      seen: `${colons} colons${colons > 0 && isOfName ? ', and no issuer before the first' : ''}`,
      holds: colons === 0 || (colons === 1 && !isOfName),
    });
  },
);

// A colon may not stand in the label at all, so it has to be left out or written as another sign.
Then("(as a check, )the QR code names the user's account, but for its colons", async function (this: PairWorld) {
  const { label } = await partsOf(this);
  const { credentials, registration } = await this.person('the user');
  const account = decode(label.split(COLON).at(-1) ?? '').trim();
  const parts = credentials.username.split(COLON);
  await this.observe({
    expected: `an account with ${parts.map(quoted).join(', ')}, or the device's name alone`,
    seen: quoted(account),
    holds: parts.every((part) => account.includes(part)) || isDeviceAlone(account, registration),
  });
});

// What common apps ignore or refuse, they do without a word. @see domain of the key URI format, "Parameters"
Then(
  '(as a check, )the QR code asks for SHA1, 6 digits and 30 seconds, and its key has no padding',
  async function (this: PairWorld) {
    const { registration } = await this.person('the user');
    const { algorithm, digits, periodSeconds, secret } = registration.uri;
    const isPadded = secret.includes('=');
    await this.observe({
      expected: 'SHA1, 6 digits, 30 seconds, a key without padding',
      seen: `${algorithm}, ${digits} digits, ${periodSeconds} seconds, a key ${isPadded ? 'with' : 'without'} padding`,
      holds: algorithm === 'SHA1' && digits === 6 && periodSeconds === 30 && !isPadded,
    });
  },
);

/** Whether it is what comes before a colon in the device's or the user's name. */
async function beginsName(world: PairWorld, text: string): Promise<boolean> {
  const { credentials, registration } = await world.person('the user');
  const names = [registration.name, credentials.username].map((name) => name.split(COLON));
  return names.some(([begin = '', ...rest]) => rest.length > 0 && begin.trim() === text);
}

/** The label as it is written, and the parameters decoded. */
async function partsOf(world: PairWorld): Promise<{ label: string; parameters: Map<string, string> }> {
  const { symbolText } = (await world.person('the user')).registration;
  return { label: labelOf(symbolText), parameters: new Map(parametersOf(symbolText)) };
}

function quoted(text: string): string {
  return `"${text}"`;
}
