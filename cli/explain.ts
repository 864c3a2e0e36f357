import { loadCatalogue } from '../reports/catalogue.ts';
import { formatRequirement } from '../reports/formatters/requirement-text.ts';
import type { AddCommand } from './command.ts';
import { planScenarios } from './cucumber.ts';
import { catalogueFolder } from './list.ts';

/** `paircheck explain ID`: what one requirement asks, why, and which scenarios look at it. */
export const addExplainCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('explain <id>')
    .description('explain one requirement: what it asks, why, and how it is looked at')
    .action(async (id: string) => {
      const catalogue = await loadCatalogue(catalogueFolder);
      const wanted = catalogue.requirement(id.toUpperCase()).id;
      surroundings.stdout.write(formatRequirement(catalogue, wanted, await planScenarios(`@${wanted}`)));
    });
};
