import { problems } from '../problems.ts';
import type { AccountState, Registration } from './account-state.ts';
import { checkCode } from './code-check.ts';
import { continueAfterSubmit, pair } from './pairing.ts';
import type { Circumstances, Rules } from './policy.ts';
import { remove } from './remove.ts';
import { submit } from './submit.ts';
import { type EventOf, outcomeOf, refuse, type Transition } from './transition.ts';

/** Over, but still told apart from something that never was: so that the page can say that it expired. */
const REMEMBERED_MS = 24 * 60 * 60_000;

/** The rules of registration. They read no clock, draw no random numbers, and answer the same to the same. */
export const apply: Rules = (state, event, at) => {
  switch (event.type) {
    case 'start':
      return start(state, event, at);
    case 'submit':
      return submit(state, event, at);
    case 'prove':
      return prove(state, event, at);
    case 'pair':
      return pair(state, event, at);
    case 'continue':
      return continueAfterSubmit(state, event, at);
    case 'remove':
      return remove(state, event);
  }
};

/** Next: a registration of its own, whatever else is open. Whoever has a device must have shown it first. */
function start(state: AccountState, event: EventOf<'start'>, { nowMs, policy }: Circumstances): Transition {
  const { registrationId: id, deviceName, secret, factorProven } = event;
  if (state.devices.length > 0 && !factorProven) return refuse(state, problems.deviceNotVerified());
  const problem = policy.nameProblem(deviceName, state.devices);
  if (problem) return refuse(state, problem);
  const remembered = state.registrations.filter(
    ({ startedAtMs }) => nowMs < startedAtMs + policy.registrationLifetimeMs + REMEMBERED_MS,
  );
  const started: Registration = { id, deviceName, secret, startedAtMs: nowMs, factorProven, continued: false };
  return { state: { ...state, registrations: [...remembered, started] }, outcome: outcomeOf(started) };
}

/** A code of any registered device proves that device, and is used up by it. */
function prove(state: AccountState, event: EventOf<'prove'>, at: Circumstances): Transition {
  const check = checkCode(state, { code: event.code, keys: state.devices }, at);
  if (check.problem) return check;
  const { keyId, step } = check.accepted;
  const devices = check.state.devices.map((one) => (one.id === keyId ? { ...one, lastAcceptedStep: step } : one));
  const deviceName = devices.find(({ id }) => id === keyId)?.name ?? '';
  return { state: { ...check.state, devices }, outcome: { deviceId: keyId, deviceName } };
}
