import { Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import { secretsShown } from './support/looks.ts';
import { unlessBlocked } from './support/unless-blocked.ts';
import type { PairWorld } from './support/world.ts';

When('a stranger opens the address of the registration form', async function (this: PairWorld) {
  await (await strangerIn(this)).open(await registrationAddress(this));
});

// The picture may have an address of its own, and the page may have its key from another.
When('a stranger opens the address of the QR code', async function (this: PairWorld) {
  const { web } = await this.person('the user');
  const stranger = await strangerIn(this);
  for (const address of new Set([...(await partsOf(web)), web.address()])) {
    await stranger.open(address);
    if ((await secretsShown(stranger)).length > 0) return;
  }
});

When('a stranger sends the form that names a device', async function (this: PairWorld) {
  await registrationAddress(this);
  const { web } = await this.person('another user');
  await (await strangerIn(this)).wire.send(await web.wire.nameForm('Phone of a stranger'));
});

// Where the sign-in is not asked for at that address, the next sentence finds no form for a name.
When('the stranger signs in there as the user', async function (this: PairWorld) {
  const web = await strangerIn(this);
  try {
    await web.signInHere((await this.person('the user')).credentials);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
});

Then(
  '(as a check, )the web asks the user for a name, where the stranger had wanted to go',
  async function (this: PairWorld) {
    const web = await strangerIn(this);
    const holds = await web.isAskedForName();
    const seen = `${holds ? 'the field' : 'no field'} for a name at ${new URL(web.address()).pathname}`;
    await this.observe({ expected: 'a sign-in, and after it the form that was asked for', seen, holds });
  },
);

Then('(as a check, )the registration form has the same address for another user', async function (this: PairWorld) {
  const own = withoutQuery((await strangerIn(this)).address());
  const others = withoutQuery(await registrationAddress(this));
  await this.observe({ expected: own, seen: others, holds: own === others });
});

Then('(as a check, )the web shows the stranger no form, no QR code and no key', async function (this: PairWorld) {
  const web = await strangerIn(this);
  const found = [...((await web.isAskedForName()) ? ['the form for the name'] : []), ...(await secretsShown(web))];
  await this.observe({
    expected: 'neither the form for the name, nor a QR code, nor a key',
    seen: found.join(', ') || `none of them at ${new URL(web.address()).pathname}`,
    holds: found.length === 0,
  });
});

/** More than any page with a QR code has of its own. */
const MOST_PARTS = 20;

/**
 * What a page asks the same site for, or names: when it is opened in another tab, for what scripts have drawn is gone
 * when it is asked for anew, and what these have asked for here.
 */
async function partsOf(web: WebUser): Promise<string[]> {
  const addresses: string[] = [];
  await unlessBlocked(async () => {
    const tab = await web.newTab();
    await tab.open(web.address());
    addresses.push(...(await tab.wire.addresses()), ...(await web.wire.addresses()));
    return true;
  });
  const { origin } = new URL(web.address());
  return [...new Set(addresses)].filter((address) => address.startsWith(`${origin}/`)).slice(0, MOST_PARTS);
}

async function strangerIn(world: PairWorld): Promise<WebUser> {
  world.stranger ??= await world.openWindow();
  return world.stranger;
}

function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** Where the form is, as somebody knows it who may be there. */
async function registrationAddress(world: PairWorld): Promise<string> {
  const other = await world.person('another user');
  await other.web.signIn(other.credentials);
  await other.openRegistration();
  return other.web.address();
}
