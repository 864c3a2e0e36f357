import { drawFrame, type PlacedSymbol } from '../../simulators/camera/frame.ts';
import { Blocked } from '../../simulators/errors.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import type { Person } from './person.ts';

/**
 * Opens the scanner from wherever the app is: by Cancel and Scan QR, and where that leads nowhere by signing in.
 * @param keeping whether the code on the phone's screen still counts: by signing in anew it might be given up
 * @throws {Blocked} when an app with such a code leads back to its scanner in no other way
 */
export async function openScanner(person: Person, { keeping } = { keeping: false }): Promise<void> {
  const { phone } = person;
  if ((await phone.screen()).isScanning) return;
  if (!(await offers(person, ACTIONS.scanQr)) && (await offers(person, ACTIONS.cancel)))
    await phone.tap(ACTIONS.cancel);
  if (keeping) await requireWayBack(person);
  if (!(await offers(person, ACTIONS.scanQr))) await person.signInToApp();
  await phone.tap(ACTIONS.scanQr);
  const { title, isScanning } = await phone.screen();
  if (!isScanning) throw new Blocked(`wanted the scanner on the phone, it shows "${title}"`);
}

/** Whether an app that shows a code has no way to its scanner but Cancel, after which that code never comes back. */
export async function givesUpCodeToScan(person: Person): Promise<boolean> {
  const { phone } = person;
  const { title } = await phone.screen();
  if (title !== TITLES.oneTimeCode || (await offers(person, ACTIONS.scanQr))) return false;
  if (!(await offers(person, ACTIONS.cancel))) return false;
  await phone.tap(ACTIONS.cancel);
  await phone.gesture('killing and reopening the app');
  return (await phone.screen()).title !== TITLES.oneTimeCode;
}

/** Opens the form for the values, by the scanner's side. */
export async function openForm(person: Person): Promise<void> {
  if (await offers(person, ACTIONS.useValues)) return;
  if (!(await offers(person, ACTIONS.typeInstead))) await openScanner(person);
  await person.phone.tap(ACTIONS.typeInstead);
}

/** Shows the camera QR codes of the suite's own. */
export async function showCamera(person: Person, symbols: PlacedSymbol[]): Promise<void> {
  await person.phone.seeFrame(drawFrame(symbols));
}

/** What the app made of a QR code or of typed values. */
export async function outcomeOf({ phone }: Person): Promise<{ isRefusal: boolean; words: string }> {
  const { title, message = '', isScanning } = await phone.screen();
  const says = message.trim() === '' ? 'without a message' : `saying: ${message}`;
  return {
    isRefusal: title !== TITLES.oneTimeCode && message.trim() !== '',
    words: `"${title}", ${says}${isScanning ? '' : ', not scanning'}`,
  };
}

async function requireWayBack(person: Person): Promise<void> {
  const { title, actions } = await person.phone.screen();
  if (title !== TITLES.oneTimeCode || actions.includes(ACTIONS.scanQr)) return;
  throw new Blocked(`wanted a way from the one-time code back to the scanner, the phone offers: ${actions.join(', ')}`);
}

async function offers({ phone }: Person, action: string): Promise<boolean> {
  return (await phone.screen()).actions.includes(action);
}
