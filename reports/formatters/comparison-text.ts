import type { Change, ComparedRun, Comparison, Difference, EvidenceChange, Presence } from '../comparison/shape.ts';
import { wrap } from './wrap.ts';

/** What the two runs are called, such as their folders. */
export interface RunNames {
  before: string;
  after: string;
}

/** A comparison as plain text: the answer first, then what makes the runs unlike, then each change. */
export function comparisonText(comparison: Comparison, names: RunNames): string {
  const parts = [
    headline(comparison),
    [runLine('before', names.before, comparison.before), runLine('after', names.after, comparison.after)].join('\n'),
    section('Not the same to begin with', comparison.differences.map(differenceText)),
    section('Newly failing', comparison.newlyFailing.map(changeText)),
    section('No longer shown', comparison.noLongerShown.map(changeText)),
    section('Newly passing', comparison.newlyPassing.map(changeText)),
    section('Otherwise changed', comparison.otherChanges.map(changeText)),
    section('Evidence that changed', comparison.evidence.map(evidenceText)),
    section('Only after', presenceTexts(comparison.appeared)),
    section('Only before', presenceTexts(comparison.gone)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(comparison: Comparison): string {
  const amounts: [number, string][] = [
    [comparison.newlyFailing.length, 'newly failing'],
    [comparison.noLongerShown.length, 'no longer shown'],
    [comparison.newlyPassing.length, 'newly passing'],
    [comparison.otherChanges.length, 'otherwise changed'],
    [
      comparison.evidence.length,
      comparison.evidence.length === 1 ? 'piece of other evidence' : 'pieces of other evidence',
    ],
  ];
  const told = amounts.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  return `${comparison.worse ? 'worse' : 'nothing got worse'}: ${told.join(', ') || 'no change'}`;
}

function runLine(label: string, name: string, { startedAt, outcome, counts }: ComparedRun): string {
  const amounts = Object.entries(counts).filter(([, amount]) => amount > 0);
  const sum = amounts.map(([status, amount]) => `${amount} ${status}`).join(', ') || 'nothing';
  return `  ${label.padEnd(6)}  ${name}\n${wrap(`${startedAt}, ${outcome}: ${sum}`, ' '.repeat(10))}`;
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? [title, ...lines].join('\n') : '';
}

function differenceText({ what, before = 'nothing', after = 'nothing' }: Difference): string {
  return wrap(`${what}: ${before} -> ${after}`, '    ', '  ');
}

function changeText({ requirement, statement, scenario, before, after, reason }: Change): string {
  const change = `${before ?? 'not asked'} -> ${after ?? 'not asked'}`;
  const lines = [wrap(`${change}: ${scenario ?? statement}`, ' '.repeat(10), `  ${requirement}  `)];
  if (reason !== undefined) lines.push(wrap(reason, ' '.repeat(10)));
  return lines.join('\n');
}

function evidenceText({ requirement, scenario, step, before, after }: EvidenceChange): string {
  const rows: [string, string, string][] = [
    ['expected', before.expected, after.expected],
    ['seen', before.seen, after.seen],
    ['holds', before.holds ? 'yes' : 'no', after.holds ? 'yes' : 'no'],
  ];
  const changed = rows.filter(([, was, is]) => was !== is);
  const indent = ' '.repeat(21);
  const told = changed.flatMap(([label, was, is]) => [
    wrap(was, indent, `    ${label.padEnd(8)} before  `.padEnd(indent.length)),
    wrap(is, indent, `    ${''.padEnd(8)} after   `.padEnd(indent.length)),
  ]);
  return [wrap(scenario, ' '.repeat(10), `  ${requirement}  `), wrap(step, '      ', '    '), ...told].join('\n');
}

function presenceTexts({ requirements, scenarios }: Presence): string[] {
  const ids = requirements.length > 0 ? [wrap(requirements.join(' '), '  ')] : [];
  const names = scenarios.map(({ requirement, scenario }) => wrap(scenario, ' '.repeat(10), `  ${requirement}  `));
  return [...ids, ...names];
}
