/** Symbols, letters of icon fonts, and arrows that are marks of quotation: what style sheets put before and after a text. */
const AROUND = /^(?:[\s\p{S}\p{Co}\p{Pi}\p{Pf}\u200D]|\uFE0F)+|(?:[\s\p{S}\p{Co}\p{Pi}\p{Pf}\u200D]|\uFE0F)+$/gu;
/** What only says where a word may be broken. */
const BREAKS = /[\u00AD\u200B]/g;

/** The name of a control as a person reads it out: without icons around it, and what is there when it is nothing else. */
export function plainName(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim();
  return tidy.replace(BREAKS, '').replace(AROUND, '') || tidy;
}

/** Whether a control goes by a name. How large its letters are drawn is no part of a name, and browsers tell of it all the same. */
export function goesBy(name: string | RegExp): (given: string) => boolean {
  if (typeof name !== 'string') return (given) => name.test(given);
  const wanted = plainName(name).toLowerCase();
  return (given) => given.toLowerCase() === wanted;
}
