import type { ListedRequirement, Listing, ListingGroup } from '../catalogue/listing.ts';
import { wrap } from './wrap.ts';

const RESULT_WIDTH = 'known failure'.length;

/** A listing as plain text: id, level, role and statement of each requirement, its result if any, and a sum. */
export function listingText(listing: Listing): string {
  const { by, groups } = listing;
  const texts = groups.map((group) => groupText(group, by));
  return `${[...runText(listing), ...texts, sumText(listing)].join('\n\n')}\n`;
}

function runText({ run }: Listing): string[] {
  if (!run) return [];
  const { startedAt, profiles, target, drive, outcome } = run;
  return [wrap(`Results of ${startedAt}: ${profiles.join(', ')} on ${target} (${drive}), ${outcome}`, '  ', '')];
}

function groupText({ id, title, untestable, requirements }: ListingGroup, by: Listing['by']): string {
  const rows = requirements.map((row) => rowText(row, by));
  if (rows.length === 0)
    rows.push(wrap(untestable === undefined ? 'nothing listed' : `cannot be tested: ${untestable}`, '  '));
  return [headText(id, title, by), ...rows].join('\n');
}

function headText(id: string | undefined, title: string, by: Listing['by']): string {
  if (id === undefined) return title;
  return by === 'chapter' ? `${id}  ${title}` : wrap(`“${title}”`, '     ', id.padEnd(5));
}

/** With results the way back as well: under a chapter, the sentences that a requirement rests on. */
function rowText(
  { id, level, role, statement, sentences, result, reason }: ListedRequirement,
  by: Listing['by'],
): string {
  const columns = [id, level.padEnd('SHOULD'.length), role.padEnd('portal'.length), result?.padEnd(RESULT_WIDTH) ?? []];
  const head = `  ${columns.flat().join('  ')}  `;
  const indent = ' '.repeat(head.length);
  const lines = [wrap(statement, indent, head)];
  if (reason !== undefined) lines.push(wrap(`why: ${reason}`, indent));
  if (result !== undefined && by === 'chapter' && sentences.length > 0)
    lines.push(wrap(`rests on ${sentences.join(', ')}`, indent));
  return lines.join('\n');
}

function sumText({ groups, profile, run, by }: Listing): string {
  const rows = new Map(groups.flatMap(({ requirements }) => requirements.map((row) => [row.id, row])));
  const listed = [...rows.values()];
  const levels = (['MUST', 'SHOULD', 'MAY'] as const).map(
    (level) => `${listed.filter((row) => row.level === level).length} ${level}`,
  );
  const where = profile === undefined ? '' : ` in ${profile}`;
  const sum = [`${listed.length} requirements${where}: ${levels.join(', ')}`];
  if (run) sum.push(resultsText(listed));
  if (run && by === 'sentence') sum.push(sentencesText(groups));
  return sum.join('\n');
}

function resultsText(rows: readonly ListedRequirement[]): string {
  const amounts = Map.groupBy(rows, ({ result }) => result);
  return `results: ${[...amounts].map(([result, alike]) => `${alike.length} ${result}`).join(', ') || 'none'}`;
}

/** What was not asked for says nothing, unless nothing of the sentence was. */
function sentencesText(groups: readonly ListingGroup[]): string {
  const sentences = groups.filter(({ id, requirements }) => id !== undefined && requirements.length > 0);
  const hasPassed = ({ requirements }: ListingGroup) => {
    const asked = requirements.filter(({ result }) => result !== 'not asked');
    return asked.length > 0 && asked.every(({ result }) => result === 'passed');
  };
  const open = sentences.filter((sentence) => !hasPassed(sentence)).map(({ id }) => id);
  const rest = open.length > 0 ? `; not: ${open.join(', ')}` : '';
  const passed = `${sentences.length - open.length} of ${sentences.length} have passed as far as they were asked`;
  return wrap(`sentences: ${passed}${rest}`, '  ', '');
}
