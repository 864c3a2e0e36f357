import { Option } from 'commander';
import { loadCatalogue } from '../reports/catalogue.ts';
import { formatCatalogueList } from '../reports/formatters/catalogue-text.ts';
import type { AddCommand } from './command.ts';
import { projectFolder } from './surroundings.ts';

/** Where the catalogue lies. */
export const catalogueFolder = new URL('features/requirements/', projectFolder);

/** `paircheck list`: what the catalogue asks. */
export const addListCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('list')
    .description('list the requirements, by chapter or by sentence of the document')
    .option('--profile <name>', 'only those of one profile')
    .addOption(new Option('--by <order>', 'how to group them').choices(['chapter', 'sentence']).default('chapter'))
    .action(async (options: { profile?: string; by: 'chapter' | 'sentence' }) => {
      surroundings.stdout.write(formatCatalogueList(await loadCatalogue(catalogueFolder), options));
    });
};
