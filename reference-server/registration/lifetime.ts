import type { Registration } from './account-state.ts';
import type { Circumstances } from './policy.ts';

/** Whether nothing can come of this registration any more. */
export function isOver(registration: Registration, { nowMs, policy }: Circumstances): boolean {
  const sinceMs = registration.confirmation?.atMs ?? registration.startedAtMs;
  return registration.continued || nowMs >= sinceMs + policy.registrationLifetimeMs;
}
