import { didYouMean } from './errors.ts';
import type { CatalogueFile } from './file.ts';
import type { ChapterFile, ProfilesFile, SentencesFile } from './files.ts';

/** The files of a catalogue, each in the right shape; whether they fit together is still open. */
export interface CatalogueFiles {
  chapters: CatalogueFile<ChapterFile>[];
  sentences: CatalogueFile<SentencesFile>;
  profiles: CatalogueFile<ProfilesFile>;
}

const SENTENCE_ID = /^S\d+$/;

/**
 * Refuses ids that are given twice, that lead nowhere or that are in the wrong chapter.
 * @throws {CatalogueFileError} for the first of them
 */
export function crossCheck({ chapters, sentences, profiles }: CatalogueFiles): void {
  refuseRepeated(sentences.data.sentences.map(idIn(sentences, 'sentences')));
  refuseRepeated(profiles.data.profiles.map(idIn(profiles, 'profiles')));
  const rows = chapters.flatMap((chapter) => chapter.data.requirements.map(idIn(chapter, 'requirements')));
  for (const chapter of chapters) refuseForeignIds(chapter);
  refuseRepeated(rows);
  for (const chapter of chapters) refuseUnknownSentences(chapter, sentences.data);
  refuseUnknownRequirements(
    profiles,
    rows.map(({ id }) => id),
  );
}

/** An id and the way to refuse it. */
interface GivenId {
  id: string;
  refuse: (complaint: { wanted: string; got: string }) => Error;
}

function idIn<Shape>(file: CatalogueFile<Shape>, list: string): (row: { id: string }, index: number) => GivenId {
  return ({ id }, index) => ({ id, refuse: (complaint) => file.refuse([list, index, 'id'], complaint) });
}

function refuseRepeated(rows: GivenId[]): void {
  const seen = new Set<string>();
  for (const { id, refuse } of rows) {
    if (seen.has(id)) throw refuse({ wanted: 'an id of its own', got: `"${id}", which is taken` });
    seen.add(id);
  }
}

function refuseForeignIds({ data, refuse }: CatalogueFile<ChapterFile>): void {
  const index = data.requirements.findIndex(({ id }) => !id.startsWith(`${data.chapter}-`));
  const row = data.requirements[index];
  if (!row) return;
  const fix = 'move the row to its chapter or change its id';
  throw refuse(['requirements', index, 'id'], { wanted: `an id of chapter ${data.chapter}`, got: `"${row.id}"`, fix });
}

function refuseUnknownSentences({ data, refuse }: CatalogueFile<ChapterFile>, { sentences }: SentencesFile): void {
  const known = sentences.filter(({ testable }) => testable !== false).map(({ id }) => id);
  for (const [row, { sources }] of data.requirements.entries()) {
    const index = sources.findIndex((source) => SENTENCE_ID.test(source) && !known.includes(source));
    const source = sources[index];
    if (source === undefined) continue;
    const complaint = { wanted: 'a testable sentence of the document', got: `"${source}"` };
    throw refuse(['requirements', row, 'sources', index], { ...complaint, ...didYouMean(source, known) });
  }
}

function refuseUnknownRequirements({ data, refuse }: CatalogueFile<ProfilesFile>, known: string[]): void {
  for (const [row, { requirements }] of data.profiles.entries()) {
    const index = requirements.findIndex((id) => !known.includes(id));
    const id = requirements[index];
    if (id === undefined) continue;
    const complaint = { wanted: 'the id of a requirement', got: `"${id}"`, ...didYouMean(id, known) };
    throw refuse(['profiles', row, 'requirements', index], complaint);
  }
}
