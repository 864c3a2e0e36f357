import { randomUUID } from 'node:crypto';
import { isMainThread } from 'node:worker_threads';

/**
 * Every key, code and password that a run has seen. Words for the report go through {@link withoutSecrets} here, and
 * what is written at the end is searched for them once more.
 */
export const knownSecrets = new Set<string>();

/** What workers say to each other: a secret that one has come upon, or whether all that was said has been heard. */
type Word = { secret: string } | { asks: string } | { heard: string };

const channel = new BroadcastChannel('paircheck secrets');
// It is no reason to stay: whoever has nothing else to do may go.
(channel as unknown as { unref(): void }).unref();
channel.onmessage = ({ data }: { data: Word }) => {
  if ('secret' in data) knownSecrets.add(data.secret);
  if ('asks' in data && isMainThread) say({ heard: data.asks });
};

function say(word: Word): void {
  channel.postMessage(word);
}

/** Remembers something that no report may hold, in every worker. */
export function keepSecret(secret: string): void {
  if (knownSecrets.has(secret)) return;
  knownSecrets.add(secret);
  say({ secret });
}

/** Waits until the thread that writes the reports has heard of every secret of this one. */
export async function handOverSecrets(): Promise<void> {
  if (isMainThread) return;
  const asks = randomUUID();
  const answers = new BroadcastChannel('paircheck secrets');
  const answered = new Promise<void>((resolve) => {
    answers.onmessage = ({ data }: { data: Word }) => {
      if ('heard' in data && data.heard === asks) resolve();
    };
  });
  say({ asks });
  await answered;
  answers.close();
}

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
