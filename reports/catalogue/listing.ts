import type { RequirementVerdict, RunVerdict, Status } from '../verdict/shape.ts';
import type { Catalogue, Requirement, Sentence } from './types.ts';

/** How requirements are listed. */
export interface ListingOptions {
  /** The id of a profile: only its requirements are listed. */
  profile?: string;
  /** Under the chapters of the catalogue, or under the sentences of the document; `chapter` if left out. */
  by?: 'chapter' | 'sentence';
  /** A run: what each requirement came to in it. */
  results?: RunVerdict;
}

/** Requirements under what they belong to: plain data, which `paircheck list --json` prints. */
export interface Listing {
  by: 'chapter' | 'sentence';
  profile?: string;
  /** The run that the results are of. */
  run?: ListedRun;
  groups: ListingGroup[];
}

/** The run that the results are of, in a line. */
export interface ListedRun extends Pick<RunVerdict, 'startedAt' | 'outcome'> {
  /** With their versions. */
  profiles: string[];
  target: string;
  drive: string;
}

/** A chapter, or a sentence; without an id the requirements that rest on no sentence. */
export interface ListingGroup {
  id?: string;
  /** The title of the chapter, or the text of the sentence. */
  title: string;
  /** Why nothing can test it. */
  untestable?: string;
  requirements: ListedRequirement[];
}

/** What a run came to, and `not asked` where it did not have the requirement. */
export type Result = Status | 'not asked';

export interface ListedRequirement extends Pick<Requirement, 'id' | 'level' | 'role' | 'statement'> {
  /** The ids of the sentences that it rests on. */
  sentences: string[];
  /** Where the listing is of a run. */
  result?: Result;
  /** Why it has not simply passed. */
  reason?: string;
}

/**
 * Lists the catalogue. By sentence, a requirement that rests on several of them appears under each.
 * @throws {UnknownIdError} when there is no such profile
 */
export function listingOf(catalogue: Catalogue, { profile, by = 'chapter', results }: ListingOptions): Listing {
  const wanted = profile === undefined ? undefined : catalogue.profile(profile).requirementIds;
  const isListed = ({ id }: Requirement) => wanted?.includes(id) ?? true;
  const groups = by === 'chapter' ? chapterGroups(catalogue) : sentenceGroups(catalogue);
  const judged = results && new Map(results.requirements.map((row) => [row.id, row]));
  const listed = groups.map(({ requirements, ...group }) => ({
    ...group,
    requirements: requirements.filter(isListed).map((row) => listedRow(row, catalogue.sentences, judged)),
  }));
  return {
    by,
    ...(profile !== undefined && { profile }),
    ...(results && { run: runOf(results) }),
    groups: listed.filter(({ id, requirements }) => requirements.length > 0 || (by === 'sentence' && id !== undefined)),
  };
}

type Group = Omit<ListingGroup, 'requirements'> & { requirements: Requirement[] };

function chapterGroups({ chapters }: Catalogue): Group[] {
  return chapters.map(({ id, title, requirements }) => ({ id, title, requirements }));
}

function sentenceGroups(catalogue: Catalogue): Group[] {
  const groups = catalogue.sentences.map(({ id, text, testable, reason }) => ({
    id,
    title: text,
    ...(!testable && { untestable: reason ?? 'it says nothing that software can test' }),
    requirements: catalogue.requirementsOf(id),
  }));
  const cited = new Set(groups.flatMap(({ requirements }) => requirements));
  const others = catalogue.requirements.filter((row) => !cited.has(row));
  return [...groups, { title: 'Without a sentence of the document', requirements: others }];
}

type Judged = ReadonlyMap<string, RequirementVerdict>;

function listedRow(row: Requirement, sentences: Sentence[], judged: Judged | undefined): ListedRequirement {
  const { id, level, role, statement, sources } = row;
  const cited = sentences.filter((sentence) => sources.includes(sentence.id));
  const listed = { id, level, role, statement, sentences: cited.map((sentence) => sentence.id) };
  if (!judged) return listed;
  const { status = 'not asked' as const, reason } = judged.get(id) ?? {};
  return { ...listed, result: status, ...(reason !== undefined && { reason }) };
}

function runOf({ startedAt, outcome, profiles, target }: RunVerdict): ListedRun {
  const versioned = profiles.map(({ name, version }) => `${name} ${version}`);
  return { startedAt, outcome, profiles: versioned, target: target.name, drive: target.drive };
}
