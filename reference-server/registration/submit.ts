import { type Problem, problems } from '../problems.ts';
import {
  type AccountState,
  isOver,
  type RegisteredDevice,
  type Registration,
  withRegistration,
} from './account-state.ts';
import { checkCode } from './code-check.ts';
import { nameProblem } from './device-name.ts';
import { isCodeOfStep } from './one-time-code.ts';
import { type EventOf, outcomeOf, refuse, type Transition } from './transition.ts';

/**
 * Submit: the right code of this registration's own key makes its device a registered one. The same code again is a
 * double click and answered as the first; it does nothing.
 */
export function submit(state: AccountState, event: EventOf<'submit'>, nowMs: number): Transition {
  const registration = state.registrations.find(({ id }) => id === event.registrationId);
  if (!registration) return refuse(state, problems.noSuchRegistration());
  if (isRepeated(registration, event.code, nowMs)) return { state, outcome: outcomeOf(registration) };
  const hindrance = hindranceOf(state, registration, { factorProven: event.factorProven, nowMs });
  if (hindrance) return refuse(state, hindrance);
  const check = checkCode(state, { code: event.code, keys: [registration] }, nowMs);
  if (check.problem) return check;
  return register(check.state, registration, { atMs: nowMs, step: check.accepted.step });
}

/** The accepted code again. Continue may have come in between: two tabs of a browser do not wait for each other. */
function isRepeated(registration: Registration, code: string, nowMs: number): boolean {
  const { confirmation, secret } = registration;
  if (!confirmation || isOver({ ...registration, continued: false }, nowMs)) return false;
  return isCodeOfStep(secret, code, confirmation.step);
}

/** What forbids this registration before its code is looked at: such a try uses no code up and is not counted. */
function hindranceOf(
  state: AccountState,
  registration: Registration,
  { factorProven, nowMs }: { factorProven: boolean; nowMs: number },
): Problem | undefined {
  if (registration.confirmation || isOver(registration, nowMs)) return problems.registrationOver();
  if (state.devices.length > 0 && !registration.factorProven && !factorProven) return problems.deviceNotVerified();
  return nameProblem(registration.deviceName, state.devices);
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
