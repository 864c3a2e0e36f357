import type { AddCommand } from './command.ts';

const HELP = `
A run is its folder, its verdict.json, its name in reports/out, or "latest".

Examples:
  paircheck diff reports/out/2026-11-24T08-00-00-000Z latest
  paircheck diff release-1/verdict.json release-2/verdict.json
  paircheck diff release-1 latest --json | jq '.newlyFailing[].requirement'

Compared are the requirements, their scenarios, and what each sentence expected and saw. Not compared is what
differs between any two runs: instants, exchanges, pictures, and ids made for one run.

Exit codes: 0 nothing got worse, 1 something newly fails or is no longer shown, 2 usage.`;

/** What a comparison comes to for the shell. */
const WORSE = 1;

/** `paircheck diff A B`: what changed from one run to a later one. */
export const addDiffCommand: AddCommand = (program, { surroundings, done }) => {
  program
    .command('diff <before> <after>')
    .description('compare two runs: what newly fails, what is no longer shown, what newly passes')
    .option('--json', 'the comparison as data')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, { json = false }: { json?: boolean }) => {
      const { compare } = await import('../reports/comparison.ts');
      const { comparisonText } = await import('../reports/formatters/comparison-text.ts');
      const { openRun } = await import('./stored-run.ts');
      const [earlier, later] = [await openRun(before), await openRun(after)];
      const comparison = compare(earlier.verdict, later.verdict);
      const names = { before: earlier.name, after: later.name };
      const text = json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, names);
      surroundings.stdout.write(text);
      if (comparison.worse) done(WORSE);
    });
};
