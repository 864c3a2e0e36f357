import type { Verb } from './described.ts';
import { namesIn } from './templates.ts';

/** Whether a verb sends a value. */
export function asksFor({ before = [], ...verb }: Verb, name: string): boolean {
  return [...before, verb].some(({ send, headers, query, json, form }) =>
    namesIn(JSON.stringify([send, headers, query, json, form])).includes(name),
  );
}
