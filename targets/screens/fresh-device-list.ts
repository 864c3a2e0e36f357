import { Blocked } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { DeviceList } from '../../simulators/web-user/device-list.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { partly } from '../partly.ts';
import type { ScreenedPortal } from './screens.ts';

/** Whose device is looked for. */
interface Owner {
  screened: ScreenedPortal;
  whose(): Credentials | undefined;
}

/**
 * The devices of somebody at a portal that lists none: a fresh browser that is asked for a code says that there is one,
 * which has the name that was given last.
 */
export function freshDeviceList(openFresh: () => Promise<WebUser>, { screened, whose }: Owner): DeviceList {
  const names = async (): Promise<string[]> => {
    const credentials = whose();
    if (!credentials) throw new Blocked('wanted the devices of somebody, nobody has signed in');
    const isThere = await isCodeAsked(openFresh, credentials);
    return isThere ? [screened.lastNames.get(credentials.username) ?? 'a device'] : [];
  };
  return partly<DeviceList>(
    {
      lines: names,
      count: async (name) => (await names()).filter((each) => each === name).length,
      offersRemoval: async () => false,
      close: async () => undefined,
    },
    'a page with the list of devices',
    'its pages list none',
  );
}

/** @throws {Blocked} when the password is refused: then nothing is known */
async function isCodeAsked(openFresh: () => Promise<WebUser>, credentials: Credentials): Promise<boolean> {
  const fresh = await openFresh();
  try {
    await fresh.openSignIn();
    await fresh.signInHere(credentials);
    if (await fresh.isAskedForCode()) return true;
    if (await fresh.isSignedIn()) return false;
    throw new Blocked('wanted a fresh sign-in, to see whether it is asked for a code; the portal refuses the password');
  } finally {
    await fresh.close();
  }
}
