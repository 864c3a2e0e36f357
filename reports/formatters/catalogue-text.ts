import type { Catalogue, Requirement, Sentence } from '../catalogue/types.ts';
import { wrap } from './wrap.ts';

interface ListOptions {
  /** The id of a profile: only its requirements are listed. */
  profile?: string;
  /** Under the chapters of the catalogue, or under the sentences of the document; `chapter` if left out. */
  by?: 'chapter' | 'sentence';
}

/**
 * The catalogue as plain text: id, level, role and statement of each requirement, and a sum at the end. Listed by
 * sentence, a requirement that rests on several of them appears under each.
 * @throws {UnknownIdError} when there is no such profile
 */
export function formatCatalogueList(catalogue: Catalogue, { profile, by = 'chapter' }: ListOptions = {}): string {
  const wanted = profile === undefined ? undefined : new Set(catalogue.profile(profile).requirementIds);
  const isListed = ({ id }: Requirement) => wanted === undefined || wanted.has(id);
  const groups = by === 'chapter' ? chapterGroups(catalogue, isListed) : sentenceGroups(catalogue, isListed);
  return `${[...groups, sumOf(catalogue.requirements.filter(isListed), profile)].join('\n\n')}\n`;
}

type Listed = (requirement: Requirement) => boolean;

function chapterGroups({ chapters }: Catalogue, isListed: Listed): string[] {
  return chapters
    .map((chapter) => ({ ...chapter, requirements: chapter.requirements.filter(isListed) }))
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ id, title, requirements }) => [`${id}  ${title}`, ...requirements.map(formatRow)].join('\n'));
}

function sentenceGroups(catalogue: Catalogue, isListed: Listed): string[] {
  const groups = catalogue.sentences.map((sentence) => {
    const rows = catalogue.requirementsOf(sentence.id).filter(isListed);
    return [quote(sentence), ...(rows.length > 0 ? rows.map(formatRow) : [noRow(sentence)])].join('\n');
  });
  const cited = new Set(catalogue.sentences.flatMap(({ id }) => catalogue.requirementsOf(id)));
  const others = catalogue.requirements.filter((row) => isListed(row) && !cited.has(row));
  if (others.length > 0) groups.push(['Without a sentence of the document', ...others.map(formatRow)].join('\n'));
  return groups;
}

function formatRow({ id, level, role, statement }: Requirement): string {
  const head = `  ${id}  ${level.padEnd('SHOULD'.length)}  ${role.padEnd('portal'.length)}  `;
  return wrap(statement, ' '.repeat(head.length), head);
}

function quote({ id, text }: Sentence): string {
  return wrap(`“${text}”`, '     ', id.padEnd(5));
}

function noRow({ testable, reason }: Sentence): string {
  return wrap(testable ? 'nothing listed' : `cannot be tested: ${reason}`, '  ');
}

function sumOf(requirements: Requirement[], profile?: string): string {
  const levels = (['MUST', 'SHOULD', 'MAY'] as const).map((level) => {
    return `${requirements.filter((requirement) => requirement.level === level).length} ${level}`;
  });
  const where = profile === undefined ? '' : ` in ${profile}`;
  return `${requirements.length} requirements${where}: ${levels.join(', ')}`;
}
