import { currentCode, leaveBurntSteps } from './codes.ts';
import type { Person, Registration } from './person.ts';
import { keepSecret } from './secrets.ts';
import type { PairWorld } from './world.ts';

/*
 * The document says of the sign-in on the web only that it takes a username and a password. A portal may ask whoever has
 * a device for a code of it besides.
 */

/** Where time is told, and may be sent on. */
type Timed = Pick<PairWorld, 'clock'>;

/** What is known of somebody's devices. */
type Owner = Pick<Person, 'registrations' | 'sentCodes' | 'keptCode'>;

/** Steps in which a code may have been sent: any registration is over sooner. */
const STEPS_BACK = 80;
const STEPS_AHEAD = 2;

/** Signs in on the web, with a code where one is asked for and there is a device. */
export async function signInOnWeb(world: Timed, person: Person): Promise<void> {
  await person.web.signIn(person.credentials, codeForWeb(world, person));
}

/** A code that was not used yet, of the newest device of which one was; else of one that an earlier scenario has left. */
export function codeForWeb(world: Timed, owner: Owner): (() => Promise<string>) | undefined {
  const { registrations, sentCodes, keptCode } = owner;
  const device = registrations.findLast((one) => one.isUsable && wasShown(world, one, sentCodes));
  return device ? codeOf(world, { registration: device, sentCodes }) : keptCode;
}

/** A code of the newest device, whatever was sent for it: a wrong code may have been taken for right. */
export function codeOfNewest(
  world: Timed,
  { registrations, sentCodes }: Omit<Owner, 'keptCode'>,
): (() => Promise<string>) | undefined {
  const registration = registrations.findLast((one) => one.isUsable);
  return registration && codeOf(world, { registration, sentCodes });
}

function codeOf(world: Timed, device: Pick<Person, 'registration' | 'sentCodes'>): () => Promise<string> {
  return async () => {
    const code = await unusedCode(world, device);
    keepSecret(code);
    device.sentCodes.push(code);
    return code;
  };
}

/** The code of this step, or of the next where that was sent before. */
export async function unusedCode(
  world: Timed,
  { registration, sentCodes }: Pick<Person, 'registration' | 'sentCodes'>,
): Promise<string> {
  if (sentCodes.includes(currentCode(world, registration))) await leaveBurntSteps(world, { registration });
  return currentCode(world, registration);
}

function wasShown({ clock }: Timed, { authenticator }: Registration, sentCodes: readonly string[]): boolean {
  const steps = Array.from({ length: STEPS_BACK + STEPS_AHEAD + 1 }, (_, index) => STEPS_AHEAD - index);
  const codes = steps.map((step) => authenticator.codeAt(clock.now() + step * authenticator.periodSeconds * 1000));
  return sentCodes.some((code) => codes.includes(code));
}
