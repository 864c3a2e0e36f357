import { Blocked } from '../../simulators/errors.ts';
import type { PairWorld } from './world.ts';

/** Where what cannot be done is the requirement's own: not blocked by something before it, but a failure. */
export async function observeAct(world: PairWorld, expected: string, act: () => Promise<unknown>): Promise<void> {
  const seen = await act().then(
    () => expected,
    (error: unknown) => {
      if (error instanceof Blocked) return error.message;
      throw error;
    },
  );
  await world.observe({ expected, seen, holds: seen === expected });
}
