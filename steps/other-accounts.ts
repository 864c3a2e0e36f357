import { Then, When } from '@cucumber/cucumber';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { crossbreeds, NO_REMOVAL_FORM, turned } from './support/forms.ts';
import { heardOnTheWeb, statusesOf } from './support/heard.ts';
import { holdsKey } from './support/key-writings.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

When("{person} opens the address of the user's QR code", async function (this: PairWorld, person: Person) {
  await signInOnWeb(this, person);
  await person.web.open((await this.person('the user')).web.address());
});

When(
  '{person} sends the form that removes {string} for {string}',
  // biome-ignore lint/complexity/useMaxParams: the sentence names a person and two devices
  async function (this: PairWorld, person: Person, own: string, others: string) {
    const victim = await this.person('another user');
    const form = await person.web.devices.removalForm(own);
    if (!form) return this.leaveOpen('removal of a device', NO_REMOVAL_FORM);
    const link = await victim.web.devices.removalLink(others);
    const other = await victim.web.devices.removalForm(others);
    if (!other) return this.leaveOpen('removal of a device', NO_REMOVAL_FORM);
    if (link) await person.web.open(link.action);
    for (const forged of crossbreeds(form, other)) await person.web.wire.sendTogether([forged]);
    return undefined;
  },
);

Then(
  '(as a check, )the web shows {person} neither the QR code nor the key of the user',
  async function (this: PairWorld, person: Person) {
    const { registration } = await this.person('the user');
    const picture = await person.web.qrCode();
    const symbols = picture ? await seeSymbols(picture) : [];
    const found = [
      ...(symbols.some(({ text }) => text === registration.symbolText) ? ["the user's QR code"] : []),
      ...(holdsKey(await person.web.wire.source(), registration) ? ["the user's key"] : []),
    ];
    await this.observe({
      expected: "neither the user's QR code nor the user's key",
      seen: found.join(', ') || 'neither',
      holds: found.length === 0,
    });
  },
);

// Whoever gets another answer than at an address that never was knows that there is something.
Then(
  '(as a check, )it answers {person} as at an address that never was',
  async function (this: PairWorld, person: Person) {
    const address = (await this.person('the user')).web.address();
    const there = await answerAt(this, person, address);
    const never = await answerAt(this, person, turned(address));
    await person.openRegistration();
    const isSharedAddress = new URL(person.web.address()).pathname === new URL(address).pathname;
    const holds = isSharedAddress || there === never;
    const differs = holds ? 'the same' : `"${there}" where there is one, "${never}" where there is none`;
    await this.observe({
      expected: 'the same HTTP status and the same words at both addresses',
      seen: isSharedAddress ? 'the address is the same for everybody' : differs,
      holds,
    });
  },
);

async function answerAt(world: PairWorld, person: Person, address: string): Promise<string> {
  const before = world.listen().length;
  await person.web.open(address);
  const lines = (await person.web.lines()).join(' / ').replaceAll(person.credentials.username, 'USERNAME');
  return `${statusesOf(heardOnTheWeb(world, before))}: ${lines}`;
}
