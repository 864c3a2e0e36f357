import { Option } from 'commander';
import type { AddCommand } from './command.ts';
import { catalogueFolder } from './surroundings.ts';

/** `paircheck list`: what the catalogue asks. */
export const addListCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('list')
    .description('list the requirements, by chapter or by sentence of the document')
    .option('--profile <name>', 'only those of one profile')
    .addOption(new Option('--by <order>', 'how to group them').choices(['chapter', 'sentence']).default('chapter'))
    .action(async (options: { profile?: string; by: 'chapter' | 'sentence' }) => {
      const { loadCatalogue } = await import('../reports/catalogue.ts');
      const { formatCatalogueList } = await import('../reports/formatters/catalogue-text.ts');
      surroundings.stdout.write(formatCatalogueList(await loadCatalogue(catalogueFolder), options));
    });
};
