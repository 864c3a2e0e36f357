import type { AddCommand } from './command.ts';
import { catalogueFolder } from './surroundings.ts';

/** `paircheck explain ID`: what one requirement asks, why, and which scenarios look at it. */
export const addExplainCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('explain <id>')
    .description('explain one requirement: what it asks, why, and how it is looked at')
    .action(async (id: string) => {
      const { loadCatalogue } = await import('../reports/catalogue.ts');
      const { formatRequirement } = await import('../reports/formatters/requirement-text.ts');
      const { planScenarios } = await import('./cucumber.ts');
      const catalogue = await loadCatalogue(catalogueFolder);
      const wanted = catalogue.requirement(id.toUpperCase()).id;
      surroundings.stdout.write(formatRequirement(catalogue, wanted, await planScenarios(`@${wanted}`)));
    });
};
