import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import { standsIn } from '../../simulators/web-user/read-values.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { finishRegistration, nameAndRead } from './acts.ts';
import { BURNT_STEPS_SECONDS, laterCode } from './codes.ts';
import { keepDevices, keptCodeOf } from './kept-devices.ts';
import type { Person, Registration } from './person.ts';
import { type Host, stage } from './stage.ts';
import { standsAsBefore } from './standing.ts';
import { unlessBlocked } from './unless-blocked.ts';
import { codeForWeb, codeOfNewest } from './web-sign-in.ts';
import type { PairWorld } from './world.ts';

/*
 * Where there are fewer accounts than scenarios, one scenario finds what another has left, and what comes then may be no
 * fault of the implementation. Wrong codes may lock an account: a registration from the beginning to the end, which any
 * portal takes as the end of a row of them, comes between. A device may change how its owner is met: it is removed,
 * where a person can do that, and else its key is kept. An account that cannot be brought into order is used no further.
 *
 * On a real clock this takes long, and an account of which there are many may never be used again: it is done when one
 * is. Where time is moved it is done at once, for a scenario must find its clock where it has set it.
 */

const MOST_SIGN_INS = 3;
/** As long as locks take at least. */
const SHORT_LOCK_SECONDS = 60;

/** What a scenario has left on an account. */
type Leftovers = Pick<Person, 'credentials' | 'registrations' | 'sentCodes'> & { hasGuessed: boolean };

/** Brings accounts that other scenarios will have too into order, or sees to it that it is done before they have them. */
export async function leaveInOrder(world: PairWorld): Promise<void> {
  if (world.accounts.areEndless) return;
  for (const person of world.everybody()) {
    if (person.registrations.length === 0) continue;
    const { username } = person.credentials;
    if (await shows(person, TITLES.registered)) stage.healthyAccounts.add(username);
    const { credentials, registrations, sentCodes } = person;
    const leftovers = { credentials, registrations, sentCodes, hasGuessed: hasGuessed(world, person) };
    if (world.clock.canBeMoved) await settle(world, leftovers);
    else stage.unsettled.set(username, (later) => settle(later, leftovers));
  }
}

/** Brings one account into order, or notes why it is used no further. */
async function settle(world: Host, leftovers: Leftovers): Promise<void> {
  const { username } = leftovers.credentials;
  try {
    const whyNot = await whyNotInOrder(world, leftovers);
    if (whyNot !== undefined) stage.spentAccounts.set(username, whyNot);
  } catch (error) {
    if (!(error instanceof Blocked || error instanceof Unprovided)) throw error;
    stage.spentAccounts.set(username, `it could not be brought into order: ${error.message}`);
  }
}

async function whyNotInOrder(world: Host, person: Leftovers): Promise<string | undefined> {
  const { username } = person.credentials;
  const { removed, left } = await removeDevices(world, person);
  keepDevices(world, person, left);
  const isLikeNew = !person.hasGuessed && left.length === 0;
  if (isLikeNew && (removed === 0 || stage.removalRestores)) return undefined;
  const isLocked = person.hasGuessed && !(await registersAfterAll(world, person));
  if (!(await standsAsBefore(world, person.credentials)))
    return 'it has a device by now or is locked, and is met otherwise than before';
  stage.removalRestores ||= isLikeNew;
  return isLocked && stage.healthyAccounts.has(username) ? 'what earlier scenarios tried has locked it' : undefined;
}

/** Whether a code was sent that no key of this person has had since a step before the scenario began. */
function hasGuessed(world: PairWorld, { sentCodes, registrations }: Person): boolean {
  const usable = registrations.filter(({ isUsable }) => isUsable);
  const right = usable.flatMap((one) => codesSince(world, one));
  return sentCodes.some((code) => !right.includes(code));
}

/** Longer than any scenario that moves its clock a little takes; where it is moved far, those of its end alone count. */
const MOST_STEPS = 100;

function codesSince({ clock, beganAtMs }: PairWorld, { authenticator }: Registration): string[] {
  const periodMs = authenticator.periodSeconds * 1000;
  const stepsSince = Math.floor(clock.now() / periodMs) - Math.floor(beganAtMs / periodMs);
  const steps = stepsSince >= 0 && stepsSince < MOST_STEPS ? stepsSince : 0;
  return Array.from({ length: steps + 2 }, (_, ago) => authenticator.codeAt(clock.now() - ago * periodMs));
}

/** A lock may end by itself within the time that anything is waited for. */
async function registersAfterAll(world: Host, person: Leftovers): Promise<boolean> {
  if (await registersStill(world, person)) return true;
  return unlessBlocked(async () => {
    await world.clock.advance(SHORT_LOCK_SECONDS);
    return registersStill(world, person);
  });
}

async function registersStill(world: Host, { credentials }: Leftovers): Promise<boolean> {
  const other = await world.standIn(credentials);
  const isGood = await unlessBlocked(async () => {
    await other.signInToRegister();
    await nameAndRead(other, `settling phone ${stage.scenarioCount}`);
    await finishRegistration(other);
    return shows(other, TITLES.registered);
  });
  if (isGood) stage.healthyAccounts.add(other.credentials.username);
  // Where it stopped on the way, the web may have registered it all the same.
  keepDevices(world, other, (await removeDevices(world, other)).left);
  return isGood;
}

/**
 * Where a person can do that, and as far as a code of the device itself is enough.
 * @returns how many were removed, and those that are still there
 */
async function removeDevices(
  world: Host,
  person: Pick<Person, 'credentials' | 'registrations' | 'sentCodes'>,
): Promise<{ removed: number; left: Registration[] }> {
  if (world.clock.canBeMoved) await world.clock.advance(BURNT_STEPS_SECONDS);
  const { web } = await world.standIn(person.credentials);
  await signInAgain(world, web, person);
  let removed = 0;
  for (const registration of person.registrations.toReversed()) {
    // That of now may have been sent before, and is good once.
    const code = async () => laterCode(world, registration);
    await unlessBlocked(async () => {
      // Without its name in the list another device would be removed.
      const isListed = stillListed(await web.devices.lines(), registration);
      if (!isListed || !(await web.devices.offersRemoval(registration.name))) return false;
      removed += 1;
      await web.devices.remove(registration.name, code);
      return true;
    });
  }
  const lines = person.registrations.length > 0 ? await web.devices.lines() : [];
  return { removed, left: person.registrations.filter((one) => one.isUsable && stillListed(lines, one)) };
}

/** A code may have been used up unknown to us: then the next one is good. */
async function signInAgain(
  world: Host,
  web: WebUser,
  person: Pick<Person, 'credentials' | 'registrations' | 'sentCodes'>,
): Promise<void> {
  const keptCode = keptCodeOf(world, person.credentials.username);
  for (let tries = 1; tries <= MOST_SIGN_INS && !(await web.isSignedIn()); tries += 1) {
    // Without being asked for a code, one given might be typed where a registration is open.
    const newest = tries > 1 ? codeOfNewest(world, person) : undefined;
    const code = codeForWeb(world, { ...person, keptCode }) ?? newest;
    await web.signIn(person.credentials, code);
  }
}

/** As pages show a name: runs of spaces as one. */
function stillListed(lines: string[], { name }: Registration): boolean {
  const shown = name.replace(/\s+/g, ' ').trim();
  return lines.some((line) => standsIn(line, shown));
}

async function shows({ phone }: Person, title: string): Promise<boolean> {
  return (await phone.screen()).title === title;
}
