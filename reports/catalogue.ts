import { readdir } from 'node:fs/promises';
import { type CatalogueFiles, crossCheck } from './catalogue/cross-check.ts';
import { UnknownIdError } from './catalogue/errors.ts';
import { readCatalogueFile } from './catalogue/file.ts';
import { type ChapterFile, isChapter, isProfiles, isSentences } from './catalogue/files.ts';
import type { Catalogue, Chapter, Profile, Requirement, Sentence } from './catalogue/types.ts';

/** The files that are no chapters. */
const SENTENCES_FILE = 'sentences.yaml';
const PROFILES_FILE = 'profiles.yaml';

/**
 * Loads the requirements, the document's sentences and the profiles from a folder such as `features/requirements/`
 * (the URL ends with a slash).
 * @throws {CatalogueFileError} when a file is not as its schema says, or the files do not fit together
 */
export async function loadCatalogue(directory: URL): Promise<Catalogue> {
  const files = await readFiles(directory);
  crossCheck(files);
  const ordered = files.chapters.map(({ data }) => data).sort((one, other) => one.order - other.order);
  const chapters = ordered.map(chapterOf);
  const requirements = chapters.flatMap((chapter) => chapter.requirements);
  const sentences: Sentence[] = files.sentences.data.sentences.map((row) => ({
    ...row,
    testable: row.testable ?? true,
  }));
  return withLookups({ chapters, requirements, sentences, profiles: profilesOf(files.profiles, requirements) });
}

async function readFiles(directory: URL): Promise<CatalogueFiles> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yaml'));
  const chapterNames = names.filter((name) => name !== SENTENCES_FILE && name !== PROFILES_FILE);
  const [sentences, profiles, chapters] = await Promise.all([
    readCatalogueFile(new URL(SENTENCES_FILE, directory), isSentences),
    readCatalogueFile(new URL(PROFILES_FILE, directory), isProfiles),
    Promise.all(chapterNames.sort().map((name) => readCatalogueFile(new URL(name, directory), isChapter))),
  ]);
  return { sentences, profiles, chapters };
}

function chapterOf({ chapter, title, requirements }: ChapterFile): Chapter {
  return { id: chapter, title, requirements: requirements.map((row) => ({ ...row, chapter: title })) };
}

function profilesOf({ data }: CatalogueFiles['profiles'], requirements: Requirement[]): Profile[] {
  return data.profiles.map(({ requirements: wanted, ...profile }) => {
    const inOrder = requirements.filter(({ id }) => wanted.includes(id));
    return { ...profile, requirementIds: inOrder.map(({ id }) => id) };
  });
}

type CatalogueData = Pick<Catalogue, 'chapters' | 'requirements' | 'sentences' | 'profiles'>;

function withLookups(data: CatalogueData): Catalogue {
  return {
    ...data,
    requirement: (id) => find('requirement', id, data.requirements),
    profile: (id) => find('profile', id, data.profiles),
    requirementsOf: (sentenceId) => {
      const { id } = find('sentence', sentenceId, data.sentences);
      return data.requirements.filter(({ sources }) => sources.includes(id));
    },
  };
}

function find<Row extends { id: string }>(kind: 'requirement' | 'profile' | 'sentence', id: string, rows: Row[]): Row {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row)
    throw new UnknownIdError(
      kind,
      id,
      rows.map((candidate) => candidate.id),
    );
  return row;
}
