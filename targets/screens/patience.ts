import { setImmediate as nextTurn } from 'node:timers/promises';

/** A page whose scripts answer an act later than that gives no answer. */
const PATIENCE_MS = 4000;

/**
 * Looks until something holds: scripts may let any time pass between an act and what it sets off.
 * @returns whether it came to hold
 */
export async function comesTo(holds: () => Promise<boolean>): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!patience.aborted) {
    if (await holds()) return true;
    // A look that takes no time would let no time pass.
    await nextTurn();
  }
  return false;
}
