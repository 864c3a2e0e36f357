import { Given, Then, When } from '@cucumber/cucumber';
import { drawFrame } from '../simulators/camera/frame.ts';
import { ACTIONS } from '../simulators/phone/screens.ts';
import type { Person } from './support/person.ts';
import { observeData } from './support/protected-data.ts';
import type { PairWorld } from './support/world.ts';

Given('another phone of {person} is signed in to the app', async function (this: PairWorld, person: Person) {
  this.otherPhone = this.pickUpPhone();
  await this.otherPhone.signIn(person.credentials);
});

When('the other phone scans the QR code of {string}', scan);

// Of this the document says nothing; the published phone API forbids it.
When('the other phone scans the QR code of {string} after Submit', function (this: PairWorld, name: string) {
  const { app, phoneApiUrl } = this.target;
  if (app === 'simulator' || phoneApiUrl !== undefined) return scan.call(this, name);
  return this.leaveOpen('a phone that scans after Submit', 'only the published phone API says what becomes of it');
});

When('the other phone asks whether it is registered', function (this: PairWorld) {
  return this.otherPhone?.continueAnyway();
});

Then('(as a check, )the other phone does not show {string}', async function (this: PairWorld, title: string) {
  const screen = await this.otherPhone?.screen();
  await this.observe({
    expected: `the other phone does not show "${title}"`,
    seen: `it shows "${screen?.title}"`,
    holds: screen !== undefined && screen.title !== title,
  });
});

Then("(as a check, )the other phone shows none of the account's data", function (this: PairWorld) {
  return observeData(this, this.otherPhone, false);
});

async function scan(this: PairWorld, name: string): Promise<void> {
  const person = await this.person('the user');
  const { symbolText } = person.registrationOf(name);
  const phone = this.otherPhone;
  if (!phone) return;
  const offers = async (action: string) => (await phone.screen()).actions.includes(action);
  if (!(await offers(ACTIONS.scanQr)) && (await offers(ACTIONS.cancel))) await phone.tap(ACTIONS.cancel);
  // A screen with the code need not offer anything but Continue.
  if (!(await offers(ACTIONS.scanQr))) await phone.signIn(person.credentials);
  await phone.tap(ACTIONS.scanQr);
  await phone.seeFrame(drawFrame([{ text: symbolText, where: 'within the brackets' }]));
}
