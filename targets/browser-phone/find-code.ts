import { ACTIONS } from '../../simulators/phone/screens.ts';
import type { AppUse } from './app-use.ts';
import { codesIn } from './read-code.ts';
import { whereIs } from './told-screen.ts';
import { SHOW_CODE } from './words.ts';

/** The code on the screen, or where a registered app shows one. @throws {Blocked} when there is none */
export async function findCode(use: AppUse): Promise<string> {
  const shown = await codeOn(use);
  if (shown !== undefined) return shown;
  if (whereIs(await use.see()) === 'device registered') await use.tapIfThere(ACTIONS.ok);
  const isOnTheWay = await use.tapLike(SHOW_CODE);
  const found = await codeOn(use);
  if (found === undefined) throw await use.blocked('a one-time code');
  if (isOnTheWay) await use.tapIfThere(ACTIONS.cancel);
  return found;
}

async function codeOn(use: AppUse): Promise<string | undefined> {
  const [code] = codesIn((await use.see()).lines);
  return code;
}
