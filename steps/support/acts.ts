import { Blocked, NotDemanded } from '../../simulators/errors.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import { BURNT_STEPS_SECONDS, earlierCode, leaveBurntSteps, moveToOrdinaryCodes } from './codes.ts';
import type { Person } from './person.ts';
import { stepsToSpare } from './time-to-spare.ts';
import type { PairWorld } from './world.ts';

/** Which other signs a name may have the document does not say. */
const PLAIN_NAME = /^[a-z0-9 ]+$/i;
/** More than any search for ordinary codes needs. */
const MANY_STEPS = 1000;

/** Signs in on the web, names the device, selects Next and reads the QR code. */
export async function startToRegister(world: PairWorld, person: Person, name: string): Promise<void> {
  await world.setUp(person, async () => {
    await person.signInToRegister();
    await nameDevice(world, person, name);
  });
}

/** From the registration form to the QR code, at a moment when its codes are like any others. */
export async function nameDevice(world: PairWorld, person: Person, name: string): Promise<void> {
  await person.web.nameDevice(name);
  person.news = await person.next();
  if (!PLAIN_NAME.test(name) && (await isNameRefused(person)))
    throw new NotDemanded('a name with any signs', `the portal refuses "${name}"`);
  await readQrCode(world, person, name);
}

async function isNameRefused({ web }: Person): Promise<boolean> {
  return (await web.isAskedForName()) && (await web.qrCode()) === undefined;
}

/** Reads the QR code as the registration of this name, and goes on to a moment when its codes are like any others. */
export async function readQrCode(world: PairWorld, person: Person, name: string): Promise<void> {
  await person.rememberRegistration(name);
  await moveToOrdinaryCodes(world, person, { withinSteps: stepsToSpare(world, person) });
}

/** From the registration form to the QR code. */
export async function nameAndRead(person: Person, name: string): Promise<void> {
  await person.web.nameDevice(name);
  person.news = await person.next();
  await person.rememberRegistration(name);
}

/** Holds the phone in front of the QR code, and opens the scanner where it is not open yet. */
export async function scan(person: Person): Promise<void> {
  const { actions } = await person.phone.screen();
  if (actions.includes(ACTIONS.scanQr)) await person.phone.tap(ACTIONS.scanQr);
  await person.phone.pointCameraAt(await person.lookAtQrCode());
}

/** Opens the form for typing, wherever the app offers it, and types the values. */
export async function typeValues(person: Person, deviceName: string): Promise<void> {
  const key = person.manual?.keys[0] ?? (await openManualValues(person));
  if (!key) throw new Blocked('wanted a key to type among the values on the web page, saw none');
  const { actions } = await person.phone.screen();
  if (actions.includes(ACTIONS.scanQr)) await person.phone.tap(ACTIONS.scanQr);
  if ((await person.phone.screen()).actions.includes(ACTIONS.typeInstead)) await person.phone.tap(ACTIONS.typeInstead);
  await person.phone.typeValues({ deviceName, key });
}

async function openManualValues(person: Person): Promise<string | undefined> {
  person.manual = await person.web.openManualValues();
  return person.manual.keys[0];
}

/** Types a code on the web and clicks Submit. */
export async function submitCode(person: Person, code: string): Promise<void> {
  await person.beforeSubmit?.();
  await person.web.typeCode(person.remember(code));
  person.news = await person.web.submit();
}

/** Scans, submits the code on the phone and continues, with whatever phone the person holds. */
export async function finishRegistration(person: Person): Promise<void> {
  await finishWith(person, () => person.phone.oneTimeCode());
}

async function finishWith(person: Person, code: () => Promise<string> | string): Promise<void> {
  if ((await person.phone.screen()).title === TITLES.signedOut) await person.signInToApp();
  await scan(person);
  await submitCode(person, await code());
  await continueOnPhone(person);
}

/** The last tap, where there is an app to be tapped in. */
export async function continueOnPhone(person: Person): Promise<void> {
  if (person.phone.hasApp) await person.tap(ACTIONS.continue);
}

/** A registration from nothing to the end, with its code's step left behind. @throws {Blocked} when it does not end well */
export async function registerPhone(world: PairWorld, person: Person, name: string): Promise<void> {
  await world.setUp(person, async () => {
    await person.signInToRegister();
    await nameDevice(world, person, name);
    await finishWith(person, () => codeThatBurnsLeast(world, person));
    await requireRegistered(person);
  });
  const afterSeconds = sparesPresent(world) ? 0 : BURNT_STEPS_SECONDS;
  await moveToOrdinaryCodes(world, person, { afterSeconds, withinSteps: MANY_STEPS });
}

/** Where nobody can send time on, a phone is registered with the code before, so that the present one is still good. */
function sparesPresent({ clock, target }: PairWorld): boolean {
  return !clock.canBeMoved && target.declares.windowPast > 0;
}

async function codeThatBurnsLeast(world: PairWorld, { phone, registration }: Person): Promise<string> {
  return sparesPresent(world) ? earlierCode(world, registration) : phone.oneTimeCode();
}

/**
 * One more phone for somebody who has one, as far as Next. The document speaks of one phone, so a portal may have no form
 * for another; one that asks for a name, or for a code first, has.
 * @returns whether the portal has one
 */
export async function nameSecondPhone(world: PairWorld, person: Person, name: string): Promise<boolean> {
  try {
    await goToSecondName(world, person, name);
    return true;
  } catch (error) {
    if (!(await hasOneDeviceAlone(person, error))) throw error;
    return false;
  }
}

/** Whether this is what comes of a portal that offers no form for a second device to somebody who is signed in. */
export async function hasOneDeviceAlone({ web }: Person, error: unknown): Promise<boolean> {
  const isAsked = async () => (await web.isAskedForCode()) || (await web.isAskedForName());
  return error instanceof Blocked && !(await isAsked()) && (await web.isSignedIn());
}

/** The portal may ask for a code of the first phone, before the name or after it. */
async function goToSecondName(world: PairWorld, person: Person, name: string): Promise<void> {
  const { phone } = person;
  let isCodeSpent = false;
  const code = async () => {
    isCodeSpent = true;
    return person.remember(await phone.oneTimeCode());
  };
  await person.web.openRegistration(code);
  // Only then: a device that was shown before this must not become too old while the form is open.
  if (isCodeSpent) await leaveBurntSteps(world, person);
  person.earlierPhones.push(phone);
  person.phone = world.pickUpPhone();
  await person.web.nameDevice(name);
  person.news = await person.web.next(isCodeSpent ? undefined : code);
}

/** The rest of it, from the QR code on. @throws {Blocked} when it does not end well */
export async function registerSecondPhone(world: PairWorld, person: Person, name: string): Promise<void> {
  await finishSecondPhone(world, person, name);
  await requireRegistered(person);
}

/** The same, however it ends. */
export async function finishSecondPhone(world: PairWorld, person: Person, name: string): Promise<void> {
  await readQrCode(world, person, name);
  await finishRegistration(person);
}

async function requireRegistered(person: Person): Promise<void> {
  if (!person.phone.hasApp) return requireListed(person);
  const { title, message = 'and says nothing' } = await person.phone.screen();
  if (title !== TITLES.registered) {
    throw new Blocked(`wanted "${TITLES.registered}" on the phone, it shows "${title}": ${message}`);
  }
}

/** @throws {Blocked} when the registration begun last has come to nothing */
export async function requireListed({ web, registration: { name }, lastWords }: Person): Promise<void> {
  const times = await web.devices.count(name);
  if (times === 1) return;
  throw new Blocked(`wanted "${name}" once among the devices on the web, it is there ${times} times${lastWords}`);
}
