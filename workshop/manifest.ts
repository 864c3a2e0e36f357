/**
 * Checks that the manifest lists every scenario with the evidence it owes; with `--write`, writes it anew. It stands
 * beside the sentences so that nobody takes a `Then` away without anyone noticing.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, PickleStepType } from '@cucumber/messages';

const PATH = 'features/requirements/manifest.json';
const REQUIREMENT_TAG = /^@([A-Z]{3}-\d\d)$/;

const manifest: Record<string, Record<string, number>> = {};
for await (const path of glob('features/**/*.feature')) {
  for (const pickle of picklesOf(await readFile(path, 'utf8'), path)) addPickle(pickle);
}
const text = `${JSON.stringify(
  sorted(manifest, (scenarios) => sorted(scenarios)),
  null,
  2,
)}\n`;
if (process.argv.includes('--write')) {
  await writeFile(PATH, text);
} else if (text !== (await readFile(PATH, 'utf8').catch(() => ''))) {
  console.error(`${PATH} does not fit the feature files: look at what changed, then npm run format`);
  process.exitCode = 1;
}

function sorted<Value>(record: Record<string, Value>, inner = (value: Value): unknown => value): object {
  const entries = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, inner(value)]));
}

function picklesOf(source: string, uri: string): readonly Pickle[] {
  const newId = IdGenerator.uuid();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source);
  return compile(document, uri, newId);
}

function addPickle({ name, tags, steps, uri }: Pickle): void {
  const owed = steps.filter(({ type }) => type === PickleStepType.OUTCOME).length;
  for (const tag of tags) {
    const id = REQUIREMENT_TAG.exec(tag.name)?.[1];
    if (id === undefined) continue;
    if (manifest[id]?.[name] !== undefined) throw new Error(`${uri}: ${id} has two scenarios named "${name}"`);
    manifest[id] = { ...manifest[id], [name]: owed };
  }
}
