import { Unprovided } from '../../simulators/errors.ts';
import type { Access } from '../../simulators/phone/phone.ts';
import { ACTIONS } from '../../simulators/phone/screens.ts';
import type { AppUse } from './app-use.ts';
import { givePassword } from './sign-in.ts';
import { isLetIn, shows, whereIs } from './told-screen.ts';

/** What the server says to whom it does not let in. */
const REFUSALS = [401, 403];

/**
 * Tries to reach what only a verified phone may read, by asking for the app anew: what stands on the screen may be left
 * from before.
 * @throws {Unprovided} when the app forgets its session by being opened anew: then nobody can say what its server shows
 */
export async function reachData(use: AppUse, protectedTexts: readonly string[]): Promise<Access[]> {
  const place = whereIs(await use.see());
  const wasLetIn = isLetIn(await passSuccess(use), protectedTexts);
  await use.device.takeStatuses();
  const seen = await use.home();
  const isRefused = (await use.device.takeStatuses()).some((status) => REFUSALS.includes(status));
  if (wasLetIn && whereIs(seen) === 'signed out' && !isRefused) {
    throw new Unprovided("the account's data anew", 'the app forgets who is signed in whenever it is opened');
  }
  // Some apps forget by being opened anew who is to verify the device: whoever was asked before is asked again.
  const { credentials } = use;
  if (place === 'verify device' && whereIs(seen) === 'signed out' && credentials) await givePassword(use, credentials);
  if (protectedTexts.length === 0) return [{ resource: 'the app', shown: isLetIn(seen) }];
  return protectedTexts.map((text) => ({ resource: `"${text}"`, shown: shows(seen, text) }));
}

/** Only behind the pop-up of the success is the app itself. */
async function passSuccess(use: AppUse) {
  const seen = await use.see();
  if (whereIs(seen) !== 'device registered') return seen;
  await use.tapIfThere(ACTIONS.ok);
  return use.see();
}
