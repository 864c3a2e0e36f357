import { Given, Then, When } from '@cucumber/cucumber';
import type { Corner } from '../simulators/camera/frame.ts';
import { type KeyUri, LONG_LABELLED_KEY_URI, suiteKeyUri } from './support/key-uris.ts';
import type { Person } from './support/person.ts';
import { givesUpCodeToScan, openScanner, outcomeOf, showCamera } from './support/scanner.ts';
import type { PairWorld } from './support/world.ts';

const open = (person: Person) => openScanner(person);

Given('{person} has opened the scanner', open);
When('{person} opens the scanner again', open);

const scanOwn = (person: Person, name: string) => scanText(person, suiteKeyUri(name));

Given('{person} has scanned QR code {string}', scanOwn);
When('{person} scans QR code {string}', scanOwn);

When("{person} scans another user's QR code", async function (this: PairWorld, person: Person) {
  if (await givesUpCodeToScan(person)) {
    return this.leaveOpen(
      'a code that outlasts Cancel',
      'the app leads back to its scanner by Cancel alone, which gives up',
    );
  }
  await openScanner(person, { keeping: true });
  await person.phone.pointCameraAt(await (await this.person('another user')).lookAtQrCode());
  return undefined;
});
When('{person} scans the QR code once more', async (person: Person) => {
  await openScanner(person, { keeping: person.registrations.length === 1 });
  await person.phone.pointCameraAt(await person.lookAtQrCode());
});

When('{person} scans a QR code that says {string}', scanText);
When('{person} scans a key URI with {brokenKeyUri}', scanText);
When('{person} scans a key URI with {unusualKeyUri}', (person: Person, { text }: KeyUri) => scanText(person, text));
When('{person} scans a key URI with a label of four kilobytes', (person: Person) =>
  scanText(person, LONG_LABELLED_KEY_URI),
);

When('{person} scans {rfcKey}', scanText);

When(
  'the camera sees the QR code of {string} within the brackets and another one {corner} of them',
  async function (this: PairWorld, inner: string, corner: Corner) {
    const person = await this.person('the user');
    await showCamera(person, [
      { text: suiteKeyUri('another one'), where: 'outside the brackets', corner },
      { text: person.registrationOf(inner).symbolText, where: 'within the brackets' },
    ]);
  },
);

Then('(as a check, )the app shows {person} the brackets', async function (this: PairWorld, person: Person) {
  const { brackets, title } = await person.phone.screen();
  await this.observe({
    expected: 'a frame that shows where to hold the QR code',
    seen: brackets ? 'it is there' : `no such frame on "${title}"`,
    holds: brackets,
  });
});

Then(
  '(as a check, )the app refuses the QR code with a message to {person} and goes on scanning',
  async function (this: PairWorld, person: Person) {
    const { isRefusal, words } = await outcomeOf(person);
    const { isScanning } = await person.phone.screen();
    await this.observe({
      expected: 'a message, and the scanner still open',
      seen: words,
      holds: isRefusal && isScanning,
    });
  },
);

Then('(as a check, )the app has opened nothing', async function (this: PairWorld) {
  const links = await (await this.person('the user')).phone.openedLinks();
  await this.observe({
    expected: 'no page, no call and no other app was opened',
    seen: links.join(', ') || 'nothing was opened',
    holds: links.length === 0,
  });
});

Then(
  '(as a check, )the app shows {person} the label of {unusualKeyUri} in plain words',
  async function (this: PairWorld, person: Person, { labels }: KeyUri) {
    const { accounts } = await person.phone.screen();
    const shown = accounts.join(', ');
    await this.observe({
      expected: `a text with ${labels.map((label) => `"${label}"`).join(' and ')}, and nothing encoded in it`,
      seen: shown === '' ? 'no label' : `"${shown}"`,
      holds: labels.every((label) => shown.includes(label)) && !/%[\da-f]{2}/i.test(shown),
    });
  },
);

Then(
  '(as a check, )the app shows {person} codes for {int} account(s)',
  async function (this: PairWorld, person: Person, wanted: number) {
    const { accounts } = await person.phone.screen();
    await this.observe({
      expected: `codes for ${wanted} account`,
      seen: `codes for ${accounts.length}: ${accounts.join(', ') || 'nobody'}`,
      holds: accounts.length === wanted,
    });
  },
);

async function scanText(person: Person, text: string): Promise<void> {
  await openScanner(person);
  await showCamera(person, [{ text, where: 'within the brackets' }]);
}
