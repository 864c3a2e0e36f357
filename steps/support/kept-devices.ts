import type { Clock } from '../../simulators/clock/clock.ts';
import { Unprovided } from '../../simulators/errors.ts';
import { MORE_ACCOUNTS } from './more-accounts.ts';
import type { Person, Registration } from './person.ts';
import { keepSecret } from './secrets.ts';
import { type KeptDevice, stage } from './stage.ts';

/*
 * Where accounts are few and nobody can remove a device, one scenario finds the devices that others have left. A portal
 * may ask for a code of one of them before it lets another be registered: their keys are kept, so that it gets one.
 */

/** Where time is told. */
interface Timed {
  clock: Clock;
}

/** Steps ahead of now whose codes a scenario may have sent. */
const STEPS_AHEAD = 2;

/** Keeps the keys of devices that stay on an account; what was sent for them may be of this step, or of one to come. */
export function keepDevices(
  { clock }: Timed,
  { credentials: { username }, sentCodes }: Pick<Person, 'credentials' | 'sentCodes'>,
  registrations: readonly Registration[],
): void {
  const lastStepOf = (registration: Registration) => {
    const { authenticator } = registration;
    const now = stepAt(registration, clock.now());
    const codeOf = (step: number) => authenticator.codeAt(step * authenticator.periodSeconds * 1000);
    const ahead = Array.from({ length: STEPS_AHEAD }, (_, index) => now + index + 1);
    return ahead.findLast((step) => sentCodes.includes(codeOf(step))) ?? now;
  };
  const devices = registrations.map((registration) => ({ registration, lastStep: lastStepOf(registration) }));
  const kept = [...(stage.keptDevices.get(username) ?? []), ...devices];
  if (kept.length > 0) stage.keptDevices.set(username, kept);
}

/**
 * A code that is still good, of the device whose codes have been left alone for longest. On a real clock it may have to
 * be waited for, by a time step at most. `undefined` where no earlier scenario has left a device.
 */
export function keptCodeOf({ clock }: Timed, username: string): (() => Promise<string>) | undefined {
  if (!stage.keptDevices.has(username)) return undefined;
  return async () => {
    const [device] = (stage.keptDevices.get(username) ?? []).toSorted((one, other) => one.lastStep - other.lastStep);
    if (!device) throw new Error(`no device of ${username} was kept`);
    const unused = unusedFrom(device);
    if (clock.now() < unused) await clock.set(unused);
    device.lastStep = stepAt(device.registration, clock.now());
    const code = device.registration.authenticator.codeAt(clock.now());
    keepSecret(code);
    return code;
  };
}

/**
 * The present of a scenario, in epoch milliseconds: as it was in the first one, or so many whole minutes later that each
 * account has a code to give at once. A registration that waits for one may end meanwhile.
 */
export function presentOf(startEpochMs: number): number {
  const ready = [...stage.keptDevices.values()].map((devices) => Math.min(...devices.map(unusedFrom)));
  // What was sent in another year belongs to that scenario.
  const laterMs = Math.max(0, ...ready.map((atMs) => atMs - startEpochMs).filter((ms) => ms < 86_400_000));
  return startEpochMs + Math.ceil(laterMs / 60_000) * 60_000;
}

/** Whether an earlier scenario has left a device, whose next code is at most a time step away. */
export function hasKeptCode({ clock }: Timed, username: string): boolean {
  const devices = stage.keptDevices.get(username) ?? [];
  return devices.some(({ registration, lastStep }) => lastStep <= stepAt(registration, clock.now()));
}

/** @throws {Unprovided} where an earlier scenario has left a device: what comes now is about an account without one */
export function requireNoDevice({ credentials: { username } }: Pick<Person, 'credentials'>): void {
  if (!stage.keptDevices.has(username)) return;
  throw new Unprovided(
    'an account without a device',
    `earlier scenarios have left one, and none can remove it; ${MORE_ACCOUNTS}`,
  );
}

/** When the first code is good that was not sent yet. */
function unusedFrom({ registration: { authenticator }, lastStep }: KeptDevice): number {
  return (lastStep + 1) * authenticator.periodSeconds * 1000;
}

function stepAt({ authenticator }: Registration, atEpochMs: number): number {
  return Math.floor(atEpochMs / (authenticator.periodSeconds * 1000));
}
