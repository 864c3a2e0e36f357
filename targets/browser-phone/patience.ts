/** How long the camera, a computation or an animation may keep a page busy. */
export const CALM_MS = 3000;
/** An app that opens its storage, a key in it and its session has been waited for by then; another is never calm. */
export const MOST_ROUNDS = 10;
/** An app that is always asking its server for something never rests: after the first time it is not waited for long. */
export const RESTLESS_MS = 1000;
/** Between two looks at a page. */
const TURN_MS = 50;

/**
 * The source of a function that waits in a page until something holds, or no longer, and says whether it does. Turns of
 * the page's own timer are counted, not milliseconds: on a machine that has much to do they take longer, as everything
 * takes that the app does.
 */
export function waiting(holds: (was: string) => boolean, patienceMs: number): string {
  return `async (was) => {
    for (let turn = 0; turn < ${Math.ceil(patienceMs / TURN_MS)}; turn += 1) {
      if ((${String(holds)})(was)) return true;
      await new Promise((resolve) => setTimeout(resolve, ${TURN_MS}));
    }
    return false;
  }`;
}
