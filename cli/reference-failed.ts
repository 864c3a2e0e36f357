import type { Surroundings } from './surroundings.ts';

/** Says that the reference could not answer, and no more than that: it is a bug of ours. */
export function tellReferenceFailed({ stderr }: Pick<Surroundings, 'stderr'>) {
  return (error: unknown): void => void stderr.write(`the reference failed: ${errorName(error)}\n`);
}

/** A message may repeat what a request held, so only the kind of error is told. */
function errorName(error: unknown): string {
  return error instanceof Error
    ? `${error.name} at ${error.stack?.split('\n')[1]?.trim() ?? 'an unknown place'}`
    : 'unknown';
}
