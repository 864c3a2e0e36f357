import { Blocked } from '../simulators/errors.ts';

/** More often than a page draws itself anew for one act. */
const MOST_TRIES = 5;

/** Does again what came to nothing because what was reached for was drawn anew at that moment. */
export async function steadily<Result>(act: () => Promise<Result>, tries = MOST_TRIES): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Blocked && error.wasDrawnAnew) || tries === 1) throw error;
    return steadily(act, tries - 1);
  }
}
