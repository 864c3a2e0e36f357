import { normaliseKey } from '../phone/authenticator.ts';
import type { ManualValues } from './told.ts';

/** 80 bits: the shortest key that portals are known to issue. */
const SHORTEST_KEY_CHARACTERS = 16;

/** Tells the key among the lines that appeared, whatever stands before it: "Key: ABCD EFGH ..." or a line by itself. */
export function readManualValues(lines: string[]): ManualValues {
  const texts = lines.flatMap((line) => [line, ...line.split(/:\s*/).slice(1)]);
  return { lines, keys: [...new Set(texts.filter(isKey).map(normaliseKey))] };
}

/** Whether a line shows exactly this text, by itself or among other words, to the letter. */
export function standsIn(line: string, text: string): boolean {
  const at = line.indexOf(text);
  if (at < 0) return false;
  return !/[\p{L}\p{N}]$/u.test(line.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(line.slice(at + text.length));
}

/** Runs of what keys are made of, in one word or in groups. */
const RUNS = /(?:[A-Z2-7]{4,8}[ -])+[A-Z2-7]{1,8}|[A-Z2-7]{16,}|(?:[a-z2-7]{4,8}[ -])+[a-z2-7]{1,8}|[a-z2-7]{16,}/g;

/** Whether a line holds what could be a key, whatever stands around it. */
export function holdsKey(line: string): boolean {
  return (line.match(RUNS) ?? []).some((run) => isKey(run.replace(/[ -]/g, '')));
}

function isKey(text: string): boolean {
  const key = normaliseKey(text);
  return key.length >= SHORTEST_KEY_CHARACTERS && /^[A-Z2-7]+$/.test(key) && isNoSentence(text);
}

/** Nobody writes in capital letters, or in one word with digits in it. */
function isNoSentence(text: string): boolean {
  return text === text.toUpperCase() || /^[a-z2-7]*[2-7][a-z2-7]*$/.test(text.trim());
}
