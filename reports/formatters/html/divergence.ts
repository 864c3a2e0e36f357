import { type Change, diffWordsWithSpace } from 'diff';

/** A piece of one of two texts. */
export interface Stretch {
  text: string;
  /** It is not in the other text. */
  differs: boolean;
  /** Up to here the two texts are the same. */
  isFirst: boolean;
}

export interface Divergence {
  expected: Stretch[];
  seen: Stretch[];
}

/** So much of the longer text has to be in both, before it helps to mark each word that differs. */
const ALIKE = 0.4;
/** Two texts that differ in more words are not compared to the end: the report has to be written some day. */
const MOST_CHANGES = 2_000;

/** Where what was seen begins to be something else than what was expected, and which words differ from there on. */
export function divergenceOf(expected: string, seen: string): Divergence {
  if (expected === seen) return { expected: [same(expected)], seen: [same(seen)] };
  const changes = diffWordsWithSpace(expected, seen, { maxEditLength: MOST_CHANGES }) ?? [];
  const common = changes.filter((change) => !isChange(change)).map(({ value }) => value);
  if (common.join('').length < ALIKE * Math.max(expected.length, seen.length)) {
    const length = sameLength(expected, seen);
    return { expected: parted(expected, length), seen: parted(seen, length) };
  }
  return { expected: sideOf(changes, 'added'), seen: sideOf(changes, 'removed') };
}

function isChange({ added, removed }: Change): boolean {
  return added || removed;
}

/** One text: all changes but those that belong to the other, which leave an empty place where they are the first. */
function sideOf(changes: Change[], foreign: 'added' | 'removed'): Stretch[] {
  const first = changes.findIndex(isChange);
  const own = changes.filter((change, index) => index >= first && !change[foreign]);
  const stretches = own.map((change) => ({ text: change.value, differs: isChange(change), isFirst: false }));
  const [next = same(''), ...rest] = stretches;
  const begin = next.differs ? [{ ...next, isFirst: true }] : [{ text: '', differs: true, isFirst: true }, next];
  return [...changes.slice(0, first).map(({ value }) => same(value)), ...begin, ...rest];
}

function same(text: string): Stretch {
  return { text, differs: false, isFirst: false };
}

/** For texts that have so little in common that marked words would only be noise. */
function parted(text: string, length: number): Stretch[] {
  return [same(text.slice(0, length)), { text: text.slice(length), differs: false, isFirst: true }];
}

/** How much is the same from the start, in whole words. */
function sameLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.lastIndexOf(' ', length) + 1 > length ? length : one.slice(0, length).lastIndexOf(' ') + 1;
}
