import type { KnownBad, Severity } from '../../protocol/known-bad.ts';
import type { NotShown } from '../kill-matrix/shape.ts';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** What there is to be told. */
interface KnownBadsPage {
  knownBads: readonly KnownBad[];
  notShown: readonly NotShown[];
  /** How many the catalogue has. */
  requirementCount: number;
}

/** What the suite catches, as Markdown: for whoever asks and has not run it. */
export function knownBadsPage({ knownBads, notShown, requirementCount }: KnownBadsPage): string {
  const counts = SEVERITIES.map((severity) => `${of(severity, knownBads).length} ${severity}`).join(', ');
  const broken = new Set(knownBads.flatMap(({ breaks }) => breaks)).size;
  return `${INTRODUCTION}
${knownBads.length} in all: ${counts}. They break ${broken} of the catalogue's ${requirementCount} requirements.

${SEVERITIES.map((severity) => chapterOf(severity, knownBads)).join('\n')}${notShownText(notShown)}`;
}

const INTRODUCTION = `# What the suite catches

Each known-bad below is the correct implementation with one defect. \`npm run self-check\` tries every one: it has to be
caught by each requirement in its row, by no other but those in brackets, and the correct implementation has to be
green in the same run. A requirement in brackets notices the defect besides; why, stands in the known-bad's own file
(\`reference-server/faults/\`, \`simulators/phone/faults/\`) and in the matrix that the command writes.

\`npm run paircheck -- run --fault F-060\` shows what a report looks like when one of them is judged, and
\`npm run paircheck -- serve --fault F-060\` serves one to look at by hand. \`npm run lawful\` shows the other half: lawful
ways of doing the same, in which the suite finds nothing (\`targets/variants/\`).

"Where it was seen" names public reports of the same defect in other products (issue threads, advisories), or the rule
that it was derived from. It says nothing about those products today.
`;

function of(severity: Severity, knownBads: readonly KnownBad[]): KnownBad[] {
  return knownBads.filter((one) => one.severity === severity);
}

function chapterOf(severity: Severity, knownBads: readonly KnownBad[]): string {
  const head = '| | What it gets wrong | Caught by | Where it was seen |\n|---|---|---|---|';
  const rows = of(severity, knownBads).map(rowOf);
  return `## ${severity.charAt(0).toUpperCase()}${severity.slice(1)}\n\n${head}\n${rows.join('\n')}\n`;
}

function rowOf({ id, title, behaviour, breaks, companions = {}, evidence }: KnownBad): string {
  const besides = Object.keys(companions);
  const caughtBy = besides.length > 0 ? `${breaks.join(', ')} (${besides.join(', ')})` : breaks.join(', ');
  return row([id, `**${title}.** ${behaviour}`, caughtBy, evidence]);
}

function notShownText(notShown: readonly NotShown[]): string {
  if (notShown.length === 0) return '';
  const head = '| | Defect | Severity | Why it cannot be shown here |\n|---|---|---|---|';
  const rows = notShown.map(({ id, title, severity, reason }) => row([id, title, severity, reason]));
  return `\n## Not shown\n\n${head}\n${rows.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')).join(' | ')} |`;
}
