/** Where to look, and for what: `holds` is asked with the first epoch millisecond of each time step. */
export interface StepSearch {
  fromEpochMs: number;
  periodSeconds: number;
  holds: (stepStartEpochMs: number) => boolean;
}

/** A code with three leading zeros is one in a thousand; what is rarer than this is not worth the search. */
const FARTHEST_STEPS = 100_000;

/**
 * Finds the first time step from now on that has a property, such as a code that begins with a zero.
 * @returns the instant the step begins, in epoch milliseconds; the present step counts as found at its beginning
 * @throws RangeError when no step within {@link FARTHEST_STEPS} has it
 */
export function searchForward({ fromEpochMs, periodSeconds, holds }: StepSearch): number {
  const periodMs = periodSeconds * 1000;
  const first = Math.floor(fromEpochMs / periodMs) * periodMs;
  for (let step = 0; step < FARTHEST_STEPS; step += 1) {
    if (holds(first + step * periodMs)) return first + step * periodMs;
  }
  throw new RangeError(`no time step of the next ${FARTHEST_STEPS} has the property that was searched for`);
}
