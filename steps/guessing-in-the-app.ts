import { When } from '@cucumber/cucumber';
import { hasOneDeviceAlone, readQrCode, submitCode } from './support/acts.ts';
import { triesAllowed, triesLeftOver, wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { signInSending } from './support/sign-in-sending.ts';
import type { PairWorld } from './support/world.ts';

When('the phone sends as many wrong codes as the portal allows', function (this: PairWorld) {
  return sendWrongCodes(this, triesAllowed(this));
});

When('the phone sends one wrong code fewer than the portal allows', function (this: PairWorld) {
  return sendWrongCodes(this, triesLeftOver(this));
});

When(
  'the phone sends as many wrong codes as the portal allows, with a restart between them',
  function (this: PairWorld) {
    const times = triesAllowed(this);
    return sendWrongCodes(this, times, async (time) => {
      if (time === Math.floor(times / 2)) await this.control.restart();
    });
  },
);

When(
  'the phone sends as many wrong codes as the portal allows, each from another address as it claims',
  async function (this: PairWorld) {
    const { phone } = await this.person('the user');
    await sendWrongCodes(this, triesAllowed(this), async (time) => {
      phone.claim({ headers: addressHeaders(`198.51.100.${time + 1}`) });
    });
  },
);

When(
  'as many wrong codes as the portal allows are sent by turns in the app and on the web',
  async function (this: PairWorld) {
    const person = await this.person('the user');
    for (let time = 0; time < triesAllowed(this); time += 1) {
      const code = wrongCode(this, person.registration);
      if (time % 2 === 0) await signInSending(person, () => code);
      else if (!(await guessOnWeb(this, person, code))) {
        return this.leaveOpen('a code on the web', 'the portal asks for none, and registers one device alone');
      }
    }
    return undefined;
  },
);

// A wrong password may be told only with the code, or count as a code does: neither may lock the owner out.
When(
  'somebody without the password tries as often as the portal allows, each time with a wrong code',
  async function (this: PairWorld) {
    const { credentials, registration } = await this.person('the user');
    const phone = this.pickUpPhone();
    for (let time = 0; time < triesAllowed(this); time += 1) {
      await phone.startSignIn({ ...credentials, password: `not ${credentials.password}` });
      await phone.sendCode(wrongCode(this, registration));
    }
  },
);

async function sendWrongCodes(
  world: PairWorld,
  times: number,
  before?: (time: number) => Promise<void>,
): Promise<void> {
  const person = await world.person('the user');
  for (let time = 0; time < times; time += 1) {
    await before?.(time);
    await signInSending(person, () => wrongCode(world, person.registration));
  }
}

/**
 * Where the web asks for a code of a registered device it gets the wrong one, and where it does not there is a new one.
 * @returns whether there is a way to either
 */
async function guessOnWeb(world: PairWorld, person: Person, code: string): Promise<boolean> {
  try {
    await person.web.openRegistration(async () => code);
  } catch (error) {
    if (await hasOneDeviceAlone(person, error)) return false;
    throw error;
  }
  if (!(await person.web.isAskedForName())) return true;
  await person.web.nameDevice('second phone');
  // It may ask for the registered device's code only now, in place of showing a QR code.
  let isGuessed = false;
  person.news = await person.web.next(async () => {
    isGuessed = true;
    return person.remember(code);
  });
  if (isGuessed) return true;
  if (await person.web.qrCode()) await readQrCode(world, person, 'second phone');
  await submitCode(person, code);
  return true;
}

/** What proxies write, and what a client can write as well. @see RFC 7239 */
function addressHeaders(address: string): Record<string, string> {
  return {
    'x-forwarded-for': address,
    'x-real-ip': address,
    'x-client-ip': address,
    'true-client-ip': address,
    'cf-connecting-ip': address,
    forwarded: `for=${address}`,
  };
}
