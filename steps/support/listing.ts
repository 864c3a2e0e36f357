import { drawFrame } from '../../simulators/camera/frame.ts';
import { Unprovided } from '../../simulators/errors.ts';
import type { Phone } from '../../simulators/phone/phone.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import type { Person, Registration } from './person.ts';
import { type Host, stage } from './stage.ts';
import { unlessBlocked } from './unless-blocked.ts';

/*
 * Reading A-14: a portal lists a device from Submit on, or only once Continue was tapped on a phone with its key. Where
 * nobody has said which, a device that is missing from the list is looked for once more after Continue: one that is not
 * there then is registered in neither reading. A device that is listed before anybody tapped Continue ends the looking.
 */

/** What the list under Mobile authentication has of a device's name. */
export interface Listing {
  times: number;
  /** For whom it is of use that only Continue brought it there. */
  note?: string;
}

/** Which name is looked for, and how often it may be there before Continue is thought of. */
interface Sought {
  name: string;
  atLeast?: number;
}

/** Reads the list, where need be once more after Continue. */
export async function readListing(world: Host, person: Person, { name, atLeast = 1 }: Sought): Promise<Listing> {
  const times = await person.web.devices.count(name);
  const registration = person.registrations.findLast((one) => one.name === name && one.isUsable);
  if (!registration || person.sentCodes.length === 0 || !mayWaitForContinue(world, person)) return { times };
  if (times >= atLeast) {
    if (!person.continued.has(registration.symbolText)) stage.listsFrom = 'Submit';
    return { times };
  }
  await unlessBlocked(async () => {
    const phone = await phoneWithKey(world, person, registration);
    person.continued.add(registration.symbolText);
    await phone.tap(ACTIONS.continue);
    return true;
  });
  const timesThen = await person.web.devices.count(name);
  return timesThen === times
    ? { times }
    : { times: timesThen, note: 'it was listed once Continue was tapped on a phone' };
}

/** Whether this name is missing from the list, perhaps for the want of Continue. */
export async function waitsForContinue(world: Host, person: Person, name: string): Promise<boolean> {
  const hasContinued = person.registrations.some((one) => one.name === name && person.continued.has(one.symbolText));
  return !hasContinued && mayWaitForContinue(world, person) && (await person.web.devices.count(name)) === 0;
}

function mayWaitForContinue({ target }: Host, { phone }: Person): boolean {
  return phone.hasApp && (target.declares.listsFrom ?? stage.listsFrom) !== 'Submit';
}

/**
 * Before a code is submitted: where the portal may wait for Continue, a phone has to hold the key by then, for one that
 * comes later need not be taken. With the phone in hand where it does; else with another, so that the one in hand stays
 * as it is.
 */
export async function haveKeyOnPhone(world: Host, person: Person): Promise<void> {
  const { registrations } = person;
  if (registrations.at(-1)?.isUsable && mayWaitForContinue(world, person))
    await unlessBlocked(async () => Boolean(await phoneWithKey(world, person, person.registration)));
}

/** @throws {Blocked} when the app does not come as far as the code; {Unprovided} when there is no other phone */
async function phoneWithKey(world: Host, person: Person, registration: Registration): Promise<Phone> {
  if (await showsCodeOf(person.phone, { world, registration })) return person.phone;
  const standIn = person.standInPhones.get(registration.symbolText);
  if (standIn) return standIn;
  if (world.target.app === 'person') throw new Unprovided('another phone', 'nobody is asked to fetch one');
  const phone = world.pickUpPhone();
  await phone.signIn(person.credentials);
  await phone.tap(ACTIONS.scanQr);
  await phone.seeFrame(drawFrame([{ text: registration.symbolText, where: 'within the brackets' }]));
  person.standInPhones.set(registration.symbolText, phone);
  return phone;
}

interface Key {
  world: Host;
  registration: Registration;
}

async function showsCodeOf(phone: Phone, { world, registration }: Key): Promise<boolean> {
  if ((await phone.screen()).title !== TITLES.oneTimeCode) return false;
  const { authenticator } = registration;
  const instants = [-1, 0, 1].map((steps) => world.clock.now() + steps * authenticator.periodSeconds * 1000);
  const codes = instants.map((atEpochMs) => authenticator.codeAt(atEpochMs));
  return codes.includes(await phone.oneTimeCode());
}
