import type { Surroundings } from './surroundings.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const LOOK_EVERY_MS = 500;

/** What somebody does who wants to stop a command ends it in good order from now on. @returns what lets go of it */
export function onInterruption(surroundings: Surroundings, end: () => void): () => void {
  const { on, off } = surroundings;
  for (const signal of SIGNALS) on.call(process, signal, end);
  const stopLooking = onOrphaned(surroundings, end);
  return () => {
    for (const signal of SIGNALS) off.call(process, signal, end);
    stopLooking();
  };
}

/** A signal to `npm run` ends npm and its shell, and does not come here: all that is seen is that they are gone. */
function onOrphaned({ env }: Surroundings, end: () => void): () => void {
  if (env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    end();
  }, LOOK_EVERY_MS).unref();
  return () => clearInterval(looking);
}

/** What runs when somebody interrupts has so long to come to its end; then the reports are written without it. */
const GRACE_MS = 10_000;

/** Waits for something to end, after an interruption only for a while: it may wait itself for what never comes. */
export async function unlessInterrupted(running: Promise<unknown>, interruption: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const graceIsOver = new Promise<void>((resolve) => {
    const begin = () => {
      timer = setTimeout(resolve, GRACE_MS);
    };
    if (interruption.aborted) begin();
    interruption.addEventListener('abort', begin, { once: true });
  });
  await Promise.race([running, graceIsOver]);
  clearTimeout(timer);
}
