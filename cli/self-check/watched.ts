import type { KnownBad } from '../../protocol/known-bad.ts';
import type { Catalogue } from '../../reports/catalogue/types.ts';

/** How much of the catalogue each known-bad is held against. */
export type Breadth = 'named' | 'chapters' | 'all';

/**
 * The requirements that are asked about a known-bad, in the order of the catalogue: those that it names; with them the
 * chapters that they stand in, since a defect that is caught by chance is caught by a neighbour; or all.
 */
export function watchedOf({ breaks, companions = {} }: KnownBad, breadth: Breadth, catalogue: Catalogue): string[] {
  const named = [...breaks, ...Object.keys(companions)];
  const ids = catalogue.requirements.map(({ id }) => id);
  if (breadth === 'all') return ids;
  const chapters = new Set(breaks.map(chapterOf));
  return ids.filter((id) => named.includes(id) || (breadth === 'chapters' && chapters.has(chapterOf(id))));
}

function chapterOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}
