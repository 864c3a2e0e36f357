import type { RegistrationPhase } from '../../protocol/control-api.ts';
import type { AccountState, Registration } from './account-state.ts';
import { isOver } from './lifetime.ts';
import type { Circumstances } from './policy.ts';

/** How far a registration of this account has come, in one word. */
export function phaseOf(registration: Registration, { devices }: AccountState, at: Circumstances): RegistrationPhase {
  const { id, confirmation, continued, phoneSessionId } = registration;
  if (confirmation && !devices.some((device) => device.id === id)) return 'removed';
  if (continued) return 'continued';
  if (confirmation) return 'submitted';
  if (isOver(registration, at)) return 'expired';
  return phoneSessionId === undefined ? 'started' : 'paired';
}
