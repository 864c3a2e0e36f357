import { InvalidArgumentError } from 'commander';

/** One more id of a flag that may be given several times, in capital letters. */
export function collectId(id: string, before: string[]): string[] {
  return [...before, id.toUpperCase()];
}

export function readSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0) throw new InvalidArgumentError('wanted a whole number from 0.');
  return seed;
}

/** That of a run for which none was given. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
