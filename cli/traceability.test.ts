import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, PickleStepType } from '@cucumber/messages';
import { loadManifest } from '../reports/catalogue/manifest.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { planScenarios } from './cucumber.ts';
import { catalogueFolder, projectPath } from './surroundings.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const manifest = await loadManifest(catalogueFolder);

interface TaggedScenario {
  name: string;
  uri: string;
  ids: string[];
  /** Whether only a browser can show it. */
  needsBrowser: boolean;
  /** How many pieces of evidence it owes. */
  owed: number;
}

/** Every scenario and every row of an outline, as Cucumber's own parser reads the feature files. */
async function scenariosIn(uri: string): Promise<TaggedScenario[]> {
  const newId = IdGenerator.incrementing();
  const source = await readFile(`${projectPath}${uri}`, 'utf8');
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source);
  return compile(document, uri, newId).map(taggedScenario);
}

function taggedScenario({ name, uri, tags, steps }: Pickle): TaggedScenario {
  const ids = tags.flatMap((tag) => /^@([A-Z]{3}-\d\d)$/.exec(tag.name)?.[1] ?? []);
  const needsBrowser = tags.some((tag) => tag.name === '@needs-browser');
  return { name, uri, ids, needsBrowser, owed: steps.filter(({ type }) => type === PickleStepType.OUTCOME).length };
}

const uris: string[] = [];
for await (const uri of glob('features/**/*.feature', { cwd: projectPath })) uris.push(uri);
const scenarios = (await Promise.all(uris.sort().map(scenariosIn))).flat();
const shown = new Set(scenarios.flatMap(({ ids }) => ids));

test('what is read here are the scenarios that a run plans', async () => {
  const planned = await planScenarios('');
  const namesOf = (rows: { uri: string; name: string }[]) => rows.map(({ uri, name }) => `${uri} ${name}`).sort();
  assert.deepEqual(namesOf(planned), namesOf(scenarios));
});

test('every requirement of the catalogue has a scenario', () => {
  const ids = catalogue.requirements.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id) => !shown.has(id)),
    [],
  );
});

test('every scenario is tagged with a requirement, and only with those of the catalogue', () => {
  const known = new Set(catalogue.requirements.map(({ id }) => id));
  for (const { name, uri, ids } of scenarios) {
    assert.ok(ids.length > 0, `${uri}: "${name}" names no requirement`);
    for (const id of ids) assert.ok(known.has(id), `${uri}: "${name}" names ${id}, which the catalogue does not have`);
  }
});

test('a requirement says that it needs a browser where one of its scenarios does, and nowhere else', () => {
  const tagged = new Set(scenarios.filter(({ needsBrowser }) => needsBrowser).flatMap(({ ids }) => ids));
  const saying = catalogue.requirements.filter(({ needs }) => needs.includes('browser')).map(({ id }) => id);
  assert.deepEqual(saying.sort(), [...tagged].sort());
});

test('every requirement is in just one profile', () => {
  const asked = catalogue.profiles.flatMap(({ requirementIds }) => requirementIds);
  assert.deepEqual(asked.sort(), catalogue.requirements.map(({ id }) => id).sort());
});

test('every sentence of the document that says something testable is traced to a requirement with a scenario', () => {
  const untraced = catalogue.sentences.filter(
    ({ id, testable }) => testable && !catalogue.requirementsOf(id).some((row) => shown.has(row.id)),
  );
  assert.deepEqual(untraced, []);
  assert.ok(catalogue.sentences.some(({ testable }) => testable));
});

test('the manifest lists every scenario of every requirement with the evidence it owes, and nothing else', () => {
  const read: Record<string, Record<string, number>> = {};
  for (const { ids, name, owed } of scenarios) {
    for (const id of ids) read[id] = { ...read[id], [name]: owed };
  }
  assert.deepEqual(manifest, read);
});

test('no scenario owes nothing, for it could show nothing', () => {
  assert.deepEqual(
    scenarios.filter(({ owed }) => owed === 0),
    [],
  );
});

test('no two scenarios of a requirement have one name, for the manifest would know only one of them', () => {
  const names = scenarios.flatMap(({ ids, name }) => ids.map((id) => `${id} ${name}`));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(repeated, []);
});
