import { parseOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { seeSymbols } from '../../simulators/camera/eye.ts';
import { RealClock } from '../../simulators/clock/real-clock.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { Authenticator } from '../../simulators/phone/authenticator.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { AccountSource } from '../accounts/account-source.ts';

/** At the target, whose clock stands at an instant far from the present, in epoch milliseconds. */
interface AtTheTarget {
  web: WebUser;
  accounts: AccountSource;
  atEpochMs: number;
}

/**
 * Registers a device with a fresh account, with the code of the time on the clock, else with that of the machine's.
 * @returns whether the codes are of the time on the clock; `undefined` where neither was taken, or it cannot be tried
 */
export async function codesFollow({ web, accounts, atEpochMs }: AtTheTarget): Promise<boolean | undefined> {
  if (accounts.size !== Number.POSITIVE_INFINITY) return undefined;
  try {
    const { credentials } = await accounts.next({ not: new Set() });
    await web.signInToRegister(credentials);
    await web.nameDevice('clock check');
    await web.next();
    const key = await readKey(web);
    if (await takes(web, key.codeAt(atEpochMs))) return true;
    return (await takes(web, key.codeAt(new RealClock(0).now()))) ? false : undefined;
  } catch (error) {
    if (error instanceof Blocked || error instanceof Unprovided) return undefined;
    throw error;
  }
}

async function readKey(web: WebUser): Promise<Authenticator> {
  const picture = await web.qrCode();
  const [symbol] = picture ? await seeSymbols(picture) : [];
  try {
    const uri = parseOtpauthUri(symbol?.text ?? '');
    return new Authenticator(uri.secret, uri);
  } catch (cause) {
    throw new Blocked('there is no QR code that a phone could use', { cause });
  }
}

async function takes(web: WebUser, code: string): Promise<boolean> {
  if (!(await web.isAskedForCode())) return false;
  await web.typeCode(code);
  await web.submit();
  return !(await web.isAskedForCode());
}
