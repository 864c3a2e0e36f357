import { problems } from '../problems.ts';
import { type AccountState, REGISTRATION_LIFETIME_MS, type Registration } from './account-state.ts';
import { checkCode } from './code-check.ts';
import { nameProblem } from './device-name.ts';
import { continueAfterSubmit, pair } from './pairing.ts';
import { remove } from './remove.ts';
import { submit } from './submit.ts';
import { type EventOf, outcomeOf, type RegistrationEvent, refuse, type Transition } from './transition.ts';

/** Over, but still told apart from something that never was: so that the page can say that it expired. */
const REMEMBERED_MS = 24 * 60 * 60_000 + REGISTRATION_LIFETIME_MS;

/**
 * The rules of registration: what becomes of an account when something happens at `nowMs` (Unix time). Reads no clock,
 * draws no random numbers, and answers the same to the same.
 */
export function apply(state: AccountState, event: RegistrationEvent, nowMs: number): Transition {
  switch (event.type) {
    case 'start':
      return start(state, event, nowMs);
    case 'submit':
      return submit(state, event, nowMs);
    case 'prove':
      return prove(state, event, nowMs);
    case 'pair':
      return pair(state, event, nowMs);
    case 'continue':
      return continueAfterSubmit(state, event, nowMs);
    case 'remove':
      return remove(state, event);
  }
}

/** Next: a registration of its own, whatever else is open. Whoever has a device must have shown it first. */
function start(state: AccountState, event: EventOf<'start'>, nowMs: number): Transition {
  const { registrationId: id, deviceName, secret, factorProven } = event;
  if (state.devices.length > 0 && !factorProven) return refuse(state, problems.deviceNotVerified());
  const problem = nameProblem(deviceName, state.devices);
  if (problem) return refuse(state, problem);
  const remembered = state.registrations.filter(({ startedAtMs }) => nowMs < startedAtMs + REMEMBERED_MS);
  const started: Registration = { id, deviceName, secret, startedAtMs: nowMs, factorProven, continued: false };
  return { state: { ...state, registrations: [...remembered, started] }, outcome: outcomeOf(started) };
}

/** A code of any registered device proves that device, and is used up by it. */
function prove(state: AccountState, event: EventOf<'prove'>, nowMs: number): Transition {
  const check = checkCode(state, { code: event.code, keys: state.devices }, nowMs);
  if (check.problem) return check;
  const { keyId, step } = check.accepted;
  const devices = check.state.devices.map((one) => (one.id === keyId ? { ...one, lastAcceptedStep: step } : one));
  const deviceName = devices.find(({ id }) => id === keyId)?.name ?? '';
  return { state: { ...check.state, devices }, outcome: { deviceId: keyId, deviceName } };
}
