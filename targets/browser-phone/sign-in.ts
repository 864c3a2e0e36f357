import { Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import { ACTIONS } from '../../simulators/phone/screens.ts';
import { type AppUse, MOST_NEWS, NEWS_MS } from './app-use.ts';
import { codesIn } from './read-code.ts';
import { type Field, fieldLike, type SeenScreen } from './seen-screen.ts';
import { whereIs } from './told-screen.ts';
import {
  ABOUT_ACCOUNT,
  AFTER_USERNAME,
  BUSY,
  CONFIRM,
  FIELDS,
  meant,
  REGISTER_THIS,
  SEND_CODE,
  USE_CODE,
} from './words.ts';

/** The longest wait for the code of the next step, and for what comes of it. */
const NEXT_CODE_MS = 35_000;
/** A screen of an account has more on it. */
const FEW_LINES = 10;

/** What leads away from any screen to the sign-in, the surest first. Reading A-07: Cancel in the pop-up does. */
const WAYS_OUT = [ACTIONS.signOut, ACTIONS.cancel, ACTIONS.signIn];

/** Signs in with the password, from wherever the app is. @throws {Blocked} when it has no form for it */
export async function givePassword(use: AppUse, credentials: Credentials): Promise<void> {
  const { username, password } = credentials;
  use.credentials = credentials;
  await comeToSignIn(use);
  const passwordField = await giveUsername(use, username);
  await use.type(passwordField, password);
  const before = await use.device.signature();
  if (!(await use.tapIfThere(ACTIONS.signIn))) await use.enter(passwordField);
  // An app that computes something first, on a machine that has much to do, is at rest before it has asked anybody.
  if (await use.device.noticed(before, NEWS_MS)) await use.device.rest();
  await letItProveItself(use);
}

/** A registered phone may send its codes by itself, and has to wait for another where the last one was used. */
async function letItProveItself(use: AppUse): Promise<void> {
  for (let news = 0; news < MOST_NEWS && isBusy(await use.see()); news += 1) {
    if (!(await use.hears(NEXT_CODE_MS))) return;
    await use.device.rest();
  }
}

function isBusy(seen: SeenScreen): boolean {
  return whereIs(seen) === 'elsewhere' && seen.lines.length < FEW_LINES && seen.lines.some((line) => BUSY.test(line));
}

/** The name goes beside the password, or on a screen before it. @returns the field for the password */
async function giveUsername(use: AppUse, username: string): Promise<Field> {
  const seen = await use.see();
  const passwordField = fieldLike(seen, FIELDS.password);
  const others = { ...seen, fields: seen.fields.filter((field) => field !== passwordField) };
  const nameField = fieldLike(others, FIELDS.username, /./);
  if (nameField) await use.type(nameField, username);
  if (nameField && passwordField) return passwordField;
  if (nameField && !(await use.tapLike(AFTER_USERNAME))) await use.enter(nameField);
  const behind = fieldLike(await use.see(), FIELDS.password);
  return behind ?? Promise.reject(await use.blocked('fields for a username and a password'));
}

/**
 * Where the app asks for a code of the registered phone and shows one itself, that is typed, or what is sent instead; it
 * may want no more than a tap for it. A phone that shows none is a new one: somebody goes on to where it is registered, if
 * that is offered.
 */
export async function answerWithOwnCode(use: AppUse, sends: (code: string) => string): Promise<void> {
  const seen = await use.see();
  const [code] = codesIn(seen.lines);
  const sender = senderOf(use, seen);
  if (whereIs(seen) !== 'code asked' && sender === undefined) return;
  if (code !== undefined) await giveCode(use, sends(code));
  else if (sender !== undefined) await use.tap(sender);
  else await use.tapLike(REGISTER_THIS);
}

/** What has the app send the code of a registered phone itself; that of a registration is for the web, whatever is tapped. */
function senderOf(use: AppUse, seen: SeenScreen): string | undefined {
  const place = whereIs(seen);
  if (use.isRegistering || !['one-time code', 'elsewhere'].includes(place)) return undefined;
  const names = seen.taps.map(({ name }) => name);
  const shown = place === 'one-time code' ? meant(ACTIONS.continue, names) : undefined;
  return names.find((name) => SEND_CODE.test(name)) ?? shown;
}

/** Types a code where the app asks for one. @throws {Unprovided} where it does not: what else it sends is its own */
export async function giveCode(use: AppUse, code: string): Promise<void> {
  const seen = await use.see();
  const sender = codesIn(seen.lines).includes(code) ? senderOf(use, seen) : undefined;
  if (sender !== undefined) return use.tap(sender);
  const field = whereIs(seen) === 'code asked' ? fieldLike(seen, FIELDS.code) : undefined;
  if (!field) throw new Unprovided('a field for a code in the app', 'the app sends its codes by itself');
  await use.type(field, code);
  if (!(await use.tapLike(CONFIRM)) && !(await use.tapLike(USE_CODE))) await use.enter(field);
}

/** @throws {Blocked} when the app offers no way out */
export async function leaveAccount(use: AppUse): Promise<void> {
  if (await isSignedOut(use)) return;
  if (!(await findWayOut(use))) await use.home();
  if ((await isSignedOut(use)) || (await findWayOut(use))) return;
  throw await use.blocked(`"${ACTIONS.signOut}"`);
}

async function comeToSignIn(use: AppUse): Promise<void> {
  if (await isSignedOut(use)) return;
  await use.home();
  if ((await isSignedOut(use)) || (await findWayOut(use))) return;
  // Another account may be signed in where nothing leads out; the keys of the phone are kept as long as possible.
  await use.device.forget({ keys: false });
  if (await isSignedOut(use)) return;
  await use.device.forget({ keys: true });
}

async function findWayOut(use: AppUse): Promise<boolean> {
  for (const _ of WAYS_OUT) {
    if (await isSignedOut(use)) return true;
    if (!(await goTowardsOut(use))) return false;
  }
  return isSignedOut(use);
}

/** One step of it, by the surest way there is; the last is to look where an app has what concerns the account. */
async function goTowardsOut(use: AppUse): Promise<boolean> {
  const place = whereIs(await use.see());
  if (place === 'device registered') return use.tapIfThere(ACTIONS.ok);
  // Continue, which leads to some a sign-in, would finish the registration here.
  const ways = place === 'one-time code' ? WAYS_OUT.filter((way) => way !== ACTIONS.signIn) : WAYS_OUT;
  for (const way of ways) if (await use.tapIfThere(way)) return true;
  return use.tapLike(ABOUT_ACCOUNT);
}

async function isSignedOut(use: AppUse): Promise<boolean> {
  return whereIs(await use.see()) === 'signed out';
}
