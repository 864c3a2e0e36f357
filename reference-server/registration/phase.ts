import type { RegistrationPhase } from '../../protocol/control-api.ts';
import type { Registration } from './account-state.ts';
import { isOver } from './lifetime.ts';
import type { Circumstances } from './policy.ts';

/** How far a registration has come, in one word. */
export function phaseOf(registration: Registration, at: Circumstances): RegistrationPhase {
  const { confirmation, continued, phoneSessionId } = registration;
  if (continued) return 'continued';
  if (confirmation) return 'submitted';
  if (isOver(registration, at)) return 'expired';
  return phoneSessionId === undefined ? 'started' : 'paired';
}
