import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { ForeignRequest, FormAround } from '../simulators/web-user/page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import type { Brought } from '../simulators/web-user/wire-user.ts';
import { hasOneDeviceAlone, startToRegister } from './support/acts.ts';
import { currentCode, leaveBurntSteps } from './support/codes.ts';
import { NO_REMOVAL_FORM } from './support/forms.ts';
import type { Person } from './support/person.ts';
import { codeForWeb, signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

Given('{person} has just shown a code on the web', async function (this: PairWorld, person: Person) {
  await signInOnWeb(this, person);
  try {
    await person.web.openRegistration(async () => person.remember(currentCode(this, person.registration)));
  } catch (error) {
    if (!(await hasOneDeviceAlone(person, error))) throw error;
    return this.leaveOpen('a code on the web', 'the portal asks for none, and registers one device alone');
  }
  await leaveBurntSteps(this, person);
  return undefined;
});

When(
  "another site makes {person}'s browser send the right code with {foreign}",
  async function (this: PairWorld, person: Person, how: ForeignRequest) {
    const address = person.web.address();
    const form = await knowable(this, person, async (web) => {
      await web.open(address);
      // Where each session has a registration of its own at the same address, there is none yet in the other one. And
      // where a user has one alone, the other one has ended it.
      if (!(await web.isAskedForCode())) await (web === person.web ? startAnew(this, person) : begin(web));
      return web.wire.codeForm(person.remember(currentCode(this, person.registration)));
    });
    this.brought = await sendFromElsewhere(this, person, { form, how });
  },
);

When(
  "another site makes {person}'s browser name a device with {foreign}",
  async function (this: PairWorld, person: Person, how: ForeignRequest) {
    const form = await knowable(this, person, async (web) => {
      await web.openRegistration();
      return web.wire.nameForm('Phone of a stranger');
    });
    this.brought = await sendFromElsewhere(this, person, { form, how });
  },
);

When(
  "another site makes {person}'s browser remove {string} with {foreign}",
  // biome-ignore lint/complexity/useMaxParams: the sentence names a person, a device and a way
  async function (this: PairWorld, person: Person, name: string, how: ForeignRequest) {
    const read = async ({ devices }: WebUser) =>
      (how === 'a link' && (await devices.removalLink(name))) || devices.removalForm(name);
    if (!(await read(person.web))) return this.leaveOpen('removal of a device', NO_REMOVAL_FORM);
    const form = await knowable(this, person, async (web) => (await read(web)) ?? NO_FORM);
    this.brought = await sendFromElsewhere(this, person, { form, how });
    return undefined;
  },
);

// What changes something is asked for by POST; what a browser loads beforehand, or a link in a mail, is a GET.
When(
  '{person} opens the address that the removal of {string} is sent to',
  async function (this: PairWorld, person: Person, name: string) {
    const { devices } = person.web;
    const sent = (await devices.removalLink(name)) ?? (await devices.removalForm(name));
    if (!sent) return this.leaveOpen('removal of a device', NO_REMOVAL_FORM);
    const address = new URL(sent.action);
    for (const [field, value] of sent.fields) address.searchParams.set(field, value);
    await person.web.open(address.href);
    return undefined;
  },
);

Then('(as a check, )what that brings up has neither QR code nor key', async function (this: PairWorld) {
  const holds = this.brought?.showsSecret === false;
  await this.observe({
    expected: 'no registration was begun: neither QR code nor key comes up',
    seen: `HTTP status ${this.brought?.status}, ${holds ? 'neither' : 'a QR code or a key'}`,
    holds,
  });
});

interface Foreign {
  form: FormAround;
  how: ForeignRequest;
}

/**
 * Whom a portal does not know by any cookie it may give a new one, which then stands in place of the user's own: the user
 * signs in again, and goes on where that was.
 */
async function sendFromElsewhere(world: PairWorld, person: Person, { form, how }: Foreign): Promise<Brought> {
  const { web, credentials } = person;
  const address = web.address();
  const brought = await web.wire.sendFromElsewhere(form, how);
  if (await (await web.newTab()).isSignedIn()) return brought;
  await web.signIn(credentials, codeForWeb(world, person));
  await web.open(address);
  return brought;
}

function startAnew(world: PairWorld, person: Person): Promise<void> {
  return startToRegister(world, person, person.registration.name);
}

async function begin(web: WebUser): Promise<void> {
  await web.openRegistration();
  await web.nameDevice('Phone of a stranger');
  await web.next();
}

const NO_FORM: FormAround = { action: 'http://127.0.0.1/', method: 'POST', fields: [], fieldName: '' };

/**
 * What somebody can know of a form who sees it with a session of their own: what is the same in both. The other session
 * comes first, for a portal may end one when another begins.
 */
async function knowable(
  world: PairWorld,
  person: Person,
  read: (web: WebUser) => Promise<FormAround>,
): Promise<FormAround> {
  const { web, credentials } = person;
  const window = await world.openWindow();
  await window.signIn(credentials, codeForWeb(world, person));
  const elsewhere = await read(window);
  const form = await read(web).catch(async (error) => {
    if (!(error instanceof Blocked)) throw error;
    await web.signIn(credentials, codeForWeb(world, person));
    return read(web);
  });
  const fields = form.fields.filter(([name, value]) => {
    const isShared = elsewhere.fields.some(([other, same]) => other === name && same === value);
    return isShared || name === form.fieldName;
  });
  return { ...form, fields };
}
