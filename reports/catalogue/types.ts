/** How binding a requirement is. @see RFC 2119 */
type Level = 'MUST' | 'SHOULD' | 'MAY';

/** Who has to do it: the portal (server and web pages), the phone app, or both together. */
type Role = 'portal' | 'app' | 'both';

/** One testable sentence of what an implementation has to do. */
export interface Requirement {
  /** Such as `LOG-01`: the letters of its chapter and two digits. Never given to another requirement. */
  id: string;
  /** The title of its chapter. */
  chapter: string;
  role: Role;
  level: Level;
  /** What it stands on: the id of the profile that holds the rows marked with it. */
  profile: string;
  statement: string;
  /** Sentences of the document (`S12`) and standards (`RFC 6238 section 5.2`), the weightiest first. */
  sources: string[];
  /** What goes wrong for whom otherwise. */
  why: string;
  /** How the suite looks at it from outside. */
  observed: string;
  /** What the suite must be able to do, such as `clock`; empty where plain requests are enough. */
  needs: string[];
  /** The reading chosen where the document is silent or can be read in two ways. */
  reading?: string;
}

export interface Chapter {
  /** Three letters, such as `LOG`. */
  id: string;
  title: string;
  requirements: Requirement[];
}

/** A sentence of the document, in its own words. */
export interface Sentence {
  /** Such as `S12`, in the order of the document. */
  id: string;
  text: string;
  /** What it fixes for a test. */
  says: string;
  /** False where software can test nothing; then `reason` says why. */
  testable: boolean;
  reason?: string;
}

/** A named set of requirements. */
export interface Profile {
  id: string;
  /** 0 for a draft, from 1 on a frozen set. */
  version: number;
  description: string;
  /** In the order of the catalogue; never empty. */
  requirementIds: string[];
}

/** All that can be asked of an implementation. The lookups throw an `UnknownIdError` for an id that is not there. */
export interface Catalogue {
  chapters: Chapter[];
  /** All chapters' requirements in a row. */
  requirements: Requirement[];
  sentences: Sentence[];
  profiles: Profile[];
  requirement: (id: string) => Requirement;
  profile: (id: string) => Profile;
  /** The requirements that have this sentence among their sources. */
  requirementsOf: (sentenceId: string) => Requirement[];
}
