import { Then, When } from '@cucumber/cucumber';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import { secretsShown } from './support/looks.ts';
import type { PairWorld } from './support/world.ts';

When('a stranger opens the address of the registration form', async function (this: PairWorld) {
  await (await strangerIn(this)).open(await registrationAddress(this));
});

When('a stranger opens the address of the QR code', async function (this: PairWorld) {
  const { web } = await this.person('the user');
  await (await strangerIn(this)).open(web.address());
});

When('a stranger sends the form that names a device', async function (this: PairWorld) {
  await registrationAddress(this);
  const { web } = await this.person('another user');
  await (await strangerIn(this)).replay(await web.nameForm('Phone of a stranger'));
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

async function strangerIn(world: PairWorld): Promise<WebUser> {
  world.stranger ??= await world.openWindow();
  return world.stranger;
}

/** Where the form is, as somebody knows it who may be there. */
async function registrationAddress(world: PairWorld): Promise<string> {
  const other = await world.person('another user');
  await other.web.signIn(other.credentials);
  await other.web.openRegistration();
  return other.web.address();
}
