import { type Problem, problems } from '../problems.ts';
import { type AccountState, type RegisteredDevice, type Registration, withRegistration } from './account-state.ts';
import { checkCode } from './code-check.ts';
import { isOver } from './lifetime.ts';
import type { Circumstances } from './policy.ts';
import { type EventOf, outcomeOf, refuse, type Transition } from './transition.ts';

/**
 * Submit: the right code of this registration's own key makes its device a registered one. The same code again is a
 * double click and answered as the first; it does nothing.
 */
export function submit(state: AccountState, event: EventOf<'submit'>, at: Circumstances): Transition {
  const registration = state.registrations.find(({ id }) => id === event.registrationId);
  if (!registration) return refuse(state, problems.noSuchRegistration());
  if (isRepeated(registration, event.code, at)) return { state, outcome: outcomeOf(registration) };
  const hindrance = hindranceOf(state, registration, { ...at, factorProven: event.factorProven });
  if (hindrance) return refuse(state, hindrance);
  const check = checkCode(state, { code: event.code, keys: [registration] }, at);
  if (check.problem) return check;
  return register(check.state, registration, { atMs: at.nowMs, step: check.accepted.step });
}

/** The accepted code again. Continue may have come in between: two tabs of a browser do not wait for each other. */
function isRepeated(registration: Registration, code: string, at: Circumstances): boolean {
  const { confirmation, secret } = registration;
  if (!confirmation || isOver({ ...registration, continued: false }, at)) return false;
  return at.policy.isCodeOfStep(secret, code, confirmation.step);
}

/** What forbids this registration before its code is looked at: such a try uses no code up and is not counted. */
function hindranceOf(
  state: AccountState,
  registration: Registration,
  { factorProven, ...at }: Circumstances & { factorProven: boolean },
): Problem | undefined {
  if (registration.confirmation || isOver(registration, at)) return problems.registrationOver();
  if (state.devices.length > 0 && !registration.factorProven && !factorProven) return problems.deviceNotVerified();
  return at.policy.nameProblem(registration.deviceName, state.devices);
}

function register(
  state: AccountState,
  registration: Registration,
  confirmation: { atMs: number; step: number },
): Transition {
  const { id, deviceName, secret } = registration;
  const { atMs, step } = confirmation;
  const device: RegisteredDevice = { id, name: deviceName, secret, registeredAtMs: atMs, lastAcceptedStep: step };
  const devices = [...state.devices, device];
  return {
    state: withRegistration({ ...state, devices }, { ...registration, confirmation }),
    outcome: outcomeOf(registration),
  };
}
