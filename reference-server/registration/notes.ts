import type { AuditDetail, AuditEvent } from '../../protocol/control-api.ts';
import type { AccountState } from './account-state.ts';
import type { RegistrationEvent, Transition } from './transition.ts';

/** Something that the owner of an account, or who watches over accounts, should know of. */
export interface Note {
  event: AuditEvent;
  detail?: AuditDetail;
}

/** What is worth noting about what happened to an account. A Submit that was repeated did nothing, so nothing is noted. */
export function notesOn(before: AccountState, event: RegistrationEvent, { state, ...came }: Transition): Note[] {
  const notes: Note[] = [];
  const change = state.devices.length - before.devices.length;
  const detail = { deviceName: came.outcome?.deviceName ?? '' };
  if (change > 0) notes.push({ event: 'device-registered', detail });
  if (change < 0) notes.push({ event: 'device-removed', detail });
  const refused = refusedCode(event, came.problem?.code);
  if (refused) notes.push({ event: 'code-refused', detail: refused });
  if (state.wrongCodes.lockedUntilMs > before.wrongCodes.lockedUntilMs) notes.push({ event: 'codes-locked' });
  return notes;
}

/** Where a code was refused and why; undefined when that is not what happened, as for one that was not looked at. */
function refusedCode(event: RegistrationEvent, reason: string | undefined): AuditDetail | undefined {
  if (reason !== 'wrong-code' && reason !== 'code-used') return undefined;
  return { at: event.type === 'prove' ? event.at : 'registration', reason };
}
