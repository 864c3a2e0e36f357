import type { Surroundings } from './surroundings.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What somebody does who wants to stop a command ends it in good order from now on. @returns what lets go of it */
export function onInterruption({ on, off }: Surroundings, end: () => void): () => void {
  for (const signal of SIGNALS) on.call(process, signal, end);
  return () => {
    for (const signal of SIGNALS) off.call(process, signal, end);
  };
}
