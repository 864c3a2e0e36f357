import { Option } from 'commander';
import type { AddCommand } from './command.ts';
import { catalogueFolder } from './surroundings.ts';

interface ListFlags {
  profile?: string;
  by: 'chapter' | 'sentence';
  results?: string;
  json?: boolean;
  knownBads?: boolean;
}

const EXAMPLES = `
Examples:
  paircheck list --profile hardened                     what one profile asks
  paircheck list --by sentence                          the document, and what rests on each of its sentences
  paircheck list --by sentence --results latest         the same, with what it came to in a run
  paircheck list --by chapter --results latest          and back: each requirement, its result and its sentences
  paircheck list --by sentence --results latest --json  as data
  paircheck list --known-bads                           what the suite catches, as Markdown

A run is its folder, its verdict.json, its name in reports/out, or "latest".`;

/** `paircheck list`: what the catalogue asks. */
export const addListCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('list')
    .description('list the requirements, by chapter or by sentence of the document')
    .option('--profile <name>', 'only those of one profile')
    .addOption(new Option('--by <order>', 'how to group them').choices(['chapter', 'sentence']).default('chapter'))
    .option('--results <run>', 'what each of them came to in a run')
    .option('--json', 'the list as data')
    .addOption(
      new Option('--known-bads', 'the defects that the suite catches, in place of the requirements').conflicts([
        'profile',
        'results',
        'json',
      ]),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ results, json = false, knownBads = false, ...options }: ListFlags) => {
      if (knownBads) return void surroundings.stdout.write(await knownBadsText());
      const { loadCatalogue } = await import('../reports/catalogue.ts');
      const { listingOf } = await import('../reports/catalogue/listing.ts');
      const { listingText } = await import('../reports/formatters/listing-text.ts');
      const { openRun } = await import('./stored-run.ts');
      const verdict = results === undefined ? undefined : (await openRun(results)).verdict;
      const listing = listingOf(await loadCatalogue(catalogueFolder), {
        ...options,
        ...(verdict && { results: verdict }),
      });
      return void surroundings.stdout.write(json ? `${JSON.stringify(listing, null, 2)}\n` : listingText(listing));
    });
};

async function knownBadsText(): Promise<string> {
  const { loadCatalogue } = await import('../reports/catalogue.ts');
  const { knownBadsPage } = await import('../reports/formatters/known-bads-page.ts');
  const { NOT_SHOWN } = await import('../reports/kill-matrix/not-shown.ts');
  const { loadKnownBads } = await import('./known-bads.ts');
  const { requirements } = await loadCatalogue(catalogueFolder);
  const knownBads = await loadKnownBads();
  return knownBadsPage({ knownBads, notShown: NOT_SHOWN, requirementCount: requirements.length });
}
