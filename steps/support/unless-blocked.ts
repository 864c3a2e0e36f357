import { Blocked, Unprovided } from '../../simulators/errors.ts';

/** What an act comes to; false where the implementation did not offer it, or nobody here could do it. */
export async function unlessBlocked(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Blocked || error instanceof Unprovided) return false;
    throw error;
  }
}
