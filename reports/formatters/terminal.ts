import type { Failure, Outcome, RunVerdict, Status } from '../verdict/shape.ts';
import { byReason } from './groups.ts';
import { profilesText } from './profiles-text.ts';

/** Dresses a text for a terminal; `node:util` styleText fits. */
export type Styler = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

/** What the summary shows besides the verdict: colours only when `style` is given, and where the reports were written. */
export interface TerminalOptions {
  style?: Styler;
  reports?: readonly string[];
}

const OUTCOME_STYLES: Record<Outcome, Parameters<Styler>[0]> = {
  conformant: 'green',
  'non-conformant': 'red',
  incomplete: 'yellow',
  'harness error': 'red',
};
/** So many lines of each list fit on a screen together with the rest of the summary. */
const LONGEST_LIST = 6;
const NOTED: readonly Status[] = ['warned', 'informed', 'known failure', 'flaky', 'not run', 'not claimed'];

/** Each failure in full, then a summary that fits one screen. Ends with a line break. */
export function terminal(verdict: RunVerdict, { style = plain, reports = [] }: TerminalOptions = {}): string {
  const failures = verdict.failures.filter(({ status }) => status === 'failed');
  const parts = [
    ...failures.map((failure) => failureText(failure, style)),
    ...verdict.harnessErrors.map((error) => `${style('red', 'HARNESS ERROR')} ${error}`),
    summaryText(verdict, style, reports),
  ];
  return `${parts.join('\n\n')}\n`;
}

const plain: Styler = (_format, text) => text;

function failureText(failure: Failure, style: Styler): string {
  const rows: [string, string][] = [
    ['step', failure.step],
    ['expected', failure.expected],
    ['seen', failure.seen],
    ['when', `${failure.at} on the implementation's clock`],
    ['exchanges', failure.exchanges.join('\n')],
    ['where', failure.location],
    ['error', failure.error ?? ''],
    ['document', failure.sentences.map(({ id, text }) => `${id} "${text}"`).join('\n')],
    ['again', failure.again],
  ];
  const told = rows.filter(([, text]) => text !== '').map(([label, text]) => row(style('dim', label.padEnd(10)), text));
  return [`${style('red', 'FAILED')} ${style('bold', failure.requirement)} ${failure.scenario}`, ...told].join('\n');
}

/** A text of several lines stays in its column. */
function row(label: string, text: string): string {
  return `  ${label} ${text.replaceAll('\n', `\n${' '.repeat(13)}`)}`;
}

function summaryText(verdict: RunVerdict, style: Styler, reports: readonly string[]): string {
  const { outcome, reason, target } = verdict;
  const headline = `${style('bold', style(OUTCOME_STYLES[outcome], outcome))}: ${reason}`;
  const about = `${profilesText(verdict)} on ${target.name} (${target.drive})`;
  const { evidence, counts } = verdict;
  const amounts = Object.entries(counts).filter(([, amount]) => amount > 0);
  return [
    headline,
    row(style('dim', 'judged'.padEnd(10)), about),
    row(
      style('dim', 'sum'.padEnd(10)),
      amounts.map(([status, amount]) => `${amount} ${status}`).join(', ') || 'nothing',
    ),
    row(
      style('dim', 'evidence'.padEnd(10)),
      `reached ${evidence.reached} of ${evidence.expected}, ${evidence.held} hold`,
    ),
    ...NOTED.flatMap((status) => noteTexts(verdict, status, style)),
    ...reports.map((path) => row(style('dim', 'report'.padEnd(10)), path)),
  ].join('\n');
}

function noteTexts(verdict: RunVerdict, status: Status, style: Styler): string[] {
  // What costs most comes first.
  const groups = byReason(verdict, status).toSorted((one, other) => other.ids.length - one.ids.length);
  const shown = groups
    .slice(0, LONGEST_LIST)
    .map(({ ids, reason }) => `${style('yellow', status)} ${ids.join(' ')}: ${reason}`);
  const hidden = groups.slice(LONGEST_LIST).flatMap(({ ids }) => ids);
  return hidden.length > 0 ? [...shown, `${status} ${hidden.join(' ')}: for other reasons, see the report`] : shown;
}
