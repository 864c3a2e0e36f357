import type { Surroundings } from './surroundings.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What somebody does who wants to stop a command ends it in good order from now on. @returns what lets go of it */
export function onInterruption({ on, off }: Surroundings, end: () => void): () => void {
  for (const signal of SIGNALS) on.call(process, signal, end);
  return () => {
    for (const signal of SIGNALS) off.call(process, signal, end);
  };
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
