import { Ajv, type ValidateFunction } from 'ajv';
import chapterSchema from '../../features/requirements/chapter.schema.json' with { type: 'json' };
import profilesSchema from '../../features/requirements/profiles.schema.json' with { type: 'json' };
import sentencesSchema from '../../features/requirements/sentences.schema.json' with { type: 'json' };
import type { Profile, Requirement, Sentence } from './types.ts';

/** What `log.yaml` and its like hold. */
export interface ChapterFile {
  chapter: string;
  title: string;
  order: number;
  requirements: Omit<Requirement, 'chapter'>[];
}

export interface SentencesFile {
  sentences: (Omit<Sentence, 'testable'> & { testable?: false })[];
}

export interface ProfilesFile {
  profiles: (Omit<Profile, 'requirementIds'> & { requirements: string[] })[];
}

/** `verbose` keeps the value and the schema around it in each error: what was got, and what was wanted. */
const ajv = new Ajv({ verbose: true });

export const isChapter: ValidateFunction<ChapterFile> = ajv.compile(chapterSchema);
export const isSentences: ValidateFunction<SentencesFile> = ajv.compile(sentencesSchema);
export const isProfiles: ValidateFunction<ProfilesFile> = ajv.compile(profilesSchema);
