import type { Failure, RunVerdict } from '../verdict/shape.ts';

/** All that does not hold of one requirement, with what is needed to look into it, as plain text. Empty where all holds. */
export function traceOf(id: string, { failures }: RunVerdict): string {
  return failures
    .filter(({ requirement }) => requirement === id)
    .map(failureText)
    .join('\n\n');
}

function failureText(failure: Failure): string {
  const { scenario, location, step, expected, seen, at, exchanges, error, again } = failure;
  const lines = [`${scenario} (${location})`, step, `expected: ${expected}`, `seen: ${seen}`, `when: ${at}`];
  const besides = error === undefined ? [] : [`error: ${error}`];
  return [...lines, ...exchanges, ...besides, `again: ${again}`].join('\n');
}
