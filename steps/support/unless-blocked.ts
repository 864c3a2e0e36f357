import { Blocked } from '../../simulators/errors.ts';

/** What an act comes to; false where the implementation did not offer it. */
export async function unlessBlocked(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Blocked) return false;
    throw error;
  }
}
