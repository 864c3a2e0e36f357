/** Checks that the feature files are formatted; with `--write`, formats them. Cucumber's formatter has no check mode. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { pretty } from '@cucumber/gherkin-utils';
import { IdGenerator } from '@cucumber/messages';

const writes = process.argv.includes('--write');

for await (const path of glob('features/**/*.feature')) {
  const source = await readFile(path, 'utf8');
  const formatted = format(source);
  if (formatted === source) {
    continue;
  }
  if (writes) {
    await writeFile(path, formatted);
  } else {
    console.error(`${path} is not formatted: npm run format`);
    process.exitCode = 1;
  }
}

function format(source: string): string {
  const parser = new Parser(new AstBuilder(IdGenerator.uuid()), new GherkinClassicTokenMatcher());
  return pretty(parser.parse(source), 'gherkin');
}
