import type { OtpParameters } from '../../protocol/otpauth-uri.ts';
import { Blocked } from '../../simulators/errors.ts';
import type { Person, Registration } from './person.ts';
import type { PairWorld } from './world.ts';

/** What nobody may allow, whatever is declared. @see NIST SP 800-63B-3 section 5.2.2 */
const MOST_TRIES = 100;
/** What is tried where nobody declares a number. @see reading A-18 */
const TRIES_UNDECLARED = 10;
const MISTAKES_FORGIVEN = 2;
/** Steps to either side of now whose codes a portal may accept, and a wrong code must therefore not equal. */
const NEAR_STEPS = 2;
/** Equal codes of different keys, one step after another: not by chance. */
const COLLISIONS_IN_A_ROW = 5;
const SAME_KEY = 'wanted two keys with different codes, these have the same';

/** The code of this moment, as the QR code says to compute it, or with other parameters. */
export function currentCode(
  world: Pick<PairWorld, 'clock'>,
  registration: Registration,
  other: Partial<OtpParameters> = {},
): string {
  return registration.authenticatorWith(other).codeAt(world.clock.now());
}

/** The code of the step before this one. */
export function earlierCode(world: PairWorld, { authenticator }: Registration): string {
  return authenticator.codeAt(world.clock.now() - authenticator.periodSeconds * 1000);
}

/** The code of the step after this one, where such are accepted; else that of this one. */
export function laterCode(
  { clock, target }: Pick<PairWorld, 'clock' | 'target'>,
  { authenticator }: Registration,
): string {
  const steps = Math.min(target.declares.windowFuture, 1);
  return authenticator.codeAt(clock.now() + steps * authenticator.periodSeconds * 1000);
}

/** After how many wrong codes in a row even the right one has to be refused: as the portal declares. */
export function triesAllowed(world: PairWorld): number {
  world.willLockAccounts();
  return Math.min(world.target.declares.throttleMax ?? TRIES_UNDECLARED, MOST_TRIES);
}

/** After how many the right one is accepted still: one fewer, or two where nothing is declared. */
export function triesLeftOver(world: PairWorld): number {
  const declared = world.target.declares.throttleMax;
  return declared === undefined ? MISTAKES_FORGIVEN : Math.min(declared, MOST_TRIES) - 1;
}

/** A code of the right form that no portal could accept now: wrong in its last digit alone. */
export function wrongCode(world: PairWorld, registration: Registration): string {
  return wrongCodes(world, registration, 1)[0] ?? '';
}

/** So many different ones. */
export function wrongCodes(world: PairWorld, registration: Registration, count: number): string[] {
  const near = nearCodes(world, registration);
  const { digits } = registration.uri;
  const present = Number(near[NEAR_STEPS]);
  const firstOfTen = present - (present % 10);
  // All of one ten come first, so that a portal that compares the first digits alone takes one of them for right.
  const following = Array.from({ length: count + near.length }, (_, index) => {
    const ahead = present + 1 + index;
    return index < 9 ? firstOfTen + (ahead % 10) : ahead % 10 ** digits;
  });
  const candidates = following.map((value) => String(value).padStart(digits, '0'));
  return candidates.filter((candidate) => !near.includes(candidate)).slice(0, count);
}

/**
 * The code of another moment, so many seconds from now. Should it happen to equal one that may be accepted now, the
 * clock goes on until it does not: two codes are equal once in a million times.
 */
export async function codeAt(world: PairWorld, registration: Registration, seconds: number): Promise<string> {
  const { authenticator } = registration;
  const code = () => authenticator.codeAt(world.clock.now() + seconds * 1000);
  const isFar = Math.abs(seconds) > NEAR_STEPS * authenticator.periodSeconds;
  if (isFar) await moveAwayFrom(world, registration, code);
  return code();
}

/** The present code of one registration, at a moment when it is none of another's. */
export async function codeWithout(
  world: PairWorld,
  { of, notOf }: Record<'of' | 'notOf', Registration>,
): Promise<string> {
  const code = () => currentCode(world, of);
  if (of.uri.secret === notOf.uri.secret) throw new Blocked(SAME_KEY);
  await moveAwayFrom(world, notOf, code);
  return code();
}

/** Goes on, step by step, until a code is none that may be accepted for this registration. */
async function moveAwayFrom(world: PairWorld, registration: Registration, code: () => string): Promise<void> {
  for (let steps = 0; nearCodes(world, registration).includes(code()); steps += 1) {
    if (steps === COLLISIONS_IN_A_ROW) throw new Blocked(SAME_KEY);
    await world.clock.advance(registration.uri.periodSeconds);
  }
}

/** Steps around a moment whose codes an ordinary scenario may come to use: the one before, and a few after. */
const USED_STEPS = [-1, 0, 1, 2, 3];
/** The least, where there is no time to look for more. */
const NEAREST_STEPS = [-1, 0, 1];

/**
 * Moves the clock on, by as much as is asked for and then to codes without peculiarity: none begins with a zero, no two
 * are equal. What a scenario is not about then cannot make it fail, and a portal that gets leading zeros wrong is told so
 * where they are looked at. When there are none within so many steps, or no codes at all, that is for others to notice.
 */
export async function moveToOrdinaryCodes(
  world: PairWorld,
  { registration }: Pick<Person, 'registration'>,
  { afterSeconds = 0, withinSteps }: { afterSeconds?: number; withinSteps: number },
): Promise<void> {
  const fromEpochMs = world.clock.now() + afterSeconds * 1000;
  if (!world.clock.canBeMoved) return leaveEdge(world, registration, fromEpochMs);
  const found = registration.isUsable ? ordinaryInstant(registration, fromEpochMs, withinSteps) : undefined;
  await world.clock.set(found ?? fromEpochMs);
}

/** An accepted code burns its step; two steps later nothing of it is left. @see RFC 6238 section 5.2 */
export const BURNT_STEPS_SECONDS = 60;

/** Goes on to where the codes that were accepted are over; where nobody can send time on, no farther than the next step. */
export async function leaveBurntSteps(
  { clock }: Pick<PairWorld, 'clock'>,
  { registration }: Pick<Person, 'registration'>,
): Promise<void> {
  if (clock.canBeMoved) return clock.advance(BURNT_STEPS_SECONDS);
  await clock.set(nextStepAfter(registration, clock.now()));
}

function nextStepAfter(registration: Registration, atEpochMs: number): number {
  const periodMs = (registration.isUsable ? registration.uri.periodSeconds : 30) * 1000;
  return (Math.floor(atEpochMs / periodMs) + 1) * periodMs;
}

/** What a person and two servers need at most between reading a code and its check, in seconds. */
const HANDLING_SECONDS = 12;

/**
 * When to look at the codes that are near, in epoch milliseconds: on a real clock at the present one, if there is time,
 * and the next.
 */
export function instantsAhead({ clock }: PairWorld, registration: Registration, steps: number): number[] {
  const now = clock.now();
  if (!clock.canBeMoved) {
    const nextStep = nextStepAfter(registration, now);
    return isNearlyOver(now, nextStep) ? [nextStep] : [now, nextStep];
  }
  const periodMs = registration.authenticator.periodSeconds * 1000;
  return Array.from({ length: steps }, (_, step) => now + step * periodMs);
}

/** On a real clock: waits for the next step where this one is nearly over, or its code begins with a zero. */
async function leaveEdge(world: PairWorld, registration: Registration, fromEpochMs: number): Promise<void> {
  const nextStep = nextStepAfter(registration, fromEpochMs);
  const isPeculiar = registration.isUsable && registration.authenticator.codeAt(fromEpochMs).startsWith('0');
  await world.clock.set(isNearlyOver(fromEpochMs, nextStep) || isPeculiar ? nextStep : fromEpochMs);
}

function isNearlyOver(atEpochMs: number, nextStep: number): boolean {
  return nextStep - atEpochMs < HANDLING_SECONDS * 1000;
}

function ordinaryInstant(registration: Registration, fromEpochMs: number, withinSteps: number): number | undefined {
  const { authenticator } = registration;
  const periodMs = authenticator.periodSeconds * 1000;
  const instants = Array.from({ length: withinSteps }, (_, steps) => fromEpochMs + steps * periodMs);
  const isOrdinary = (steps: readonly number[]) => (atEpochMs: number) => {
    const codes = steps.map((step) => authenticator.codeAt(atEpochMs + step * periodMs));
    return new Set(codes).size === codes.length && !codes.some((code) => code.startsWith('0'));
  };
  return instants.find(isOrdinary(USED_STEPS)) ?? instants.find(isOrdinary(NEAREST_STEPS));
}

function nearCodes(world: PairWorld, { authenticator }: Registration): string[] {
  const steps = Array.from({ length: 2 * NEAR_STEPS + 1 }, (_, index) => index - NEAR_STEPS);
  return steps.map((step) => authenticator.codeAt(world.clock.now() + step * authenticator.periodSeconds * 1000));
}
