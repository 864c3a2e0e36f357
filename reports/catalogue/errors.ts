import { closest, distance } from 'fastest-levenshtein';

/** Somebody asked for an id that the catalogue does not have; `suggestion` is the known id that looks most like it. */
export class UnknownIdError extends Error {
  override readonly name = 'UnknownIdError';
  readonly code = 'unknown-id';
  readonly suggestion: string | undefined;

  constructor(kind: 'requirement' | 'profile' | 'sentence', id: string, known: readonly string[]) {
    const suggestion = nearest(id, known);
    super(`There is no ${kind} "${id}"${suggestion === undefined ? '' : `. Did you mean "${suggestion}"?`}`);
    this.suggestion = suggestion;
  }
}

/** What is wrong with a value of a catalogue file. */
export interface Complaint {
  /** Such as `requirements[3].level`. */
  field: string;
  wanted: string;
  got: string;
  /** What would probably put it right. */
  fix?: string;
}

/** A catalogue file that cannot be used: the message says where, what was wanted, what was got and the likely fix. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError';
  readonly code = 'catalogue-file';
  readonly file: string;
  readonly line: number;
  readonly field: string;

  constructor(place: { file: string; line: number }, complaint: Complaint, options?: ErrorOptions) {
    const { field, wanted, got, fix } = complaint;
    const where = `${place.file}:${place.line}: ${field === '' ? '' : `${field}: `}`;
    super(`${where}wanted ${wanted}, got ${got}${fix === undefined ? '' : `; ${fix}`}`, options);
    this.file = place.file;
    this.line = place.line;
    this.field = field;
  }
}

/** "did you mean …?" where a known word is near enough to be meant, else nothing. */
export function didYouMean(word: string, known: readonly string[]): { fix?: string } {
  const suggestion = nearest(word, known);
  return suggestion === undefined ? {} : { fix: `did you mean "${suggestion}"?` };
}

/** A third of the letters may differ, and two always: beyond that a suggestion is more a riddle than a help. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const byLowerCase = new Map(known.map((candidate) => [candidate.toLowerCase(), candidate]));
  const found = closest(word.toLowerCase(), [...byLowerCase.keys()]);
  const near = distance(word.toLowerCase(), found) <= Math.max(2, word.length / 3);
  return near ? byLowerCase.get(found) : undefined;
}
