/**
 * Every key, code and password that a run has seen. Words for the report go through {@link withoutSecrets} here, and
 * what is written at the end is searched for them once more.
 */
export const knownSecrets = new Set<string>();

/** How many of them were known when this scenario began: it is told nothing of the secrets of others. */
let knownBefore = 0;

/** From now on another scenario tells what it sees. */
export function beginToKeepSecrets(): void {
  knownBefore = knownSecrets.size;
}

/** A text for a reader, with every known secret in it, however it is spaced, replaced by dots. */
export function withoutSecrets(text: string): string {
  let safe = text;
  for (const secret of [...knownSecrets].slice(knownBefore))
    safe = safe.replace(patternOf(secret), '\u2022\u2022\u2022\u2022');
  return safe;
}

const patterns = new Map<string, RegExp>();

function patternOf(secret: string): RegExp {
  const pattern = patterns.get(secret) ?? spacedLike(secret);
  patterns.set(secret, pattern);
  return pattern;
}

function spacedLike(secret: string): RegExp {
  const characters = [...secret].map((character) => character.replace(/[^\p{L}\p{N}]/u, '\\$&'));
  return new RegExp(characters.join('[\\s-]*'), 'gi');
}
