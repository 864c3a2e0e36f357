import type { AddCommand } from './command.ts';
import { catalogueFolder } from './surroundings.ts';

const EXAMPLES = `
Examples:
  paircheck explain OTP-13
  paircheck explain OTP-13 --results latest    and what it came to in a run, with the reason

A run is its folder, its verdict.json, its name in reports/out, or "latest".`;

/** `paircheck explain ID`: what one requirement asks, why, and which scenarios look at it. */
export const addExplainCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('explain <id>')
    .description('explain one requirement: what it asks, why, and how it is looked at')
    .option('--results <run>', 'what it came to in a run')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, { results }: { results?: string }) => {
      const { loadCatalogue } = await import('../reports/catalogue.ts');
      const { formatRequirement } = await import('../reports/formatters/requirement-text.ts');
      const { planScenarios } = await import('./cucumber.ts');
      const catalogue = await loadCatalogue(catalogueFolder);
      const wanted = catalogue.requirement(id.toUpperCase()).id;
      const result = results === undefined ? '' : `\n${await resultIn(results, wanted)}`;
      surroundings.stdout.write(formatRequirement(catalogue, wanted, await planScenarios(`@${wanted}`)) + result);
    });
};

async function resultIn(run: string, id: string): Promise<string> {
  const { resultText } = await import('../reports/formatters/result-text.ts');
  const { openRun } = await import('./stored-run.ts');
  return resultText((await openRun(run)).verdict, id);
}
