import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { isMainThread } from 'node:worker_threads';
import { openChannel, runsAlone } from './channel.ts';

/**
 * Every key, code and password that a run has seen. Words for the report go through {@link withoutSecrets} here, and
 * what is written at the end is searched for them once more.
 */
export const knownSecrets = new Set<string>();

/** What workers say to each other: a secret that one has come upon, or whether all that was said has been heard. */
type Word = { secret: string } | { asks: string } | { heard: string };

const answers = new EventEmitter();
const channel = openChannel<Word>('secrets', (word) => {
  if ('secret' in word) knownSecrets.add(word.secret);
  if ('asks' in word && isMainThread) channel.say({ heard: word.asks });
  if ('heard' in word) answers.emit(word.heard);
});

/** Those of this scenario: it is told nothing of the secrets of others. */
const secretsOfScenario = new Set<string>();

/** Remembers something that no report may hold, in every worker. */
export function keepSecret(secret: string): void {
  secretsOfScenario.add(secret);
  if (knownSecrets.has(secret)) return;
  knownSecrets.add(secret);
  channel.say({ secret });
}

/** Waits until the thread that writes the reports has heard of every secret of this one. */
export async function handOverSecrets(): Promise<void> {
  if (runsAlone) return;
  const asks = randomUUID();
  const answered = once(answers, asks);
  channel.say({ asks });
  await answered;
}

/** From now on another scenario tells what it sees. */
export function beginToKeepSecrets(): void {
  secretsOfScenario.clear();
}

/** A text for a reader, with every secret of this scenario in it, however it is spaced, replaced by dots. */
export function withoutSecrets(text: string): string {
  const whole = compact(text);
  // Hardly any text holds a secret, and to look for one in every spacing takes long.
  const held = [...secretsOfScenario].filter((secret) => whole.includes(compact(secret)));
  return held.reduce((safe, secret) => safe.replace(spacedLike(secret), '\u2022\u2022\u2022\u2022'), text);
}

/** In capital letters, since in those patterns that ignore the case compare. @see ECMA-262, "Canonicalize" */
function compact(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

function spacedLike(secret: string): RegExp {
  const characters = [...secret].map((character) => character.replace(/[^\p{L}\p{N}]/u, '\\$&'));
  return new RegExp(characters.join('[\\s-]*'), 'gi');
}
