import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import { planScenarios } from './cucumber.ts';
import { catalogueFolder, projectFolder } from './surroundings.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const firstWave = catalogue.profile('first-wave').requirementIds;

async function taggedIds(): Promise<string[]> {
  const folder = new URL('features/', projectFolder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.feature'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.flatMap((text) => text.match(/@[A-Z]{3}-\d\d/g) ?? []).map((tag) => tag.slice(1));
}

test('every id that a scenario is tagged with is in the catalogue', async () => {
  for (const id of await taggedIds()) assert.equal(catalogue.requirement(id).id, id);
});

test('every requirement of the first wave has a scenario, and every scenario one of these', async () => {
  assert.deepEqual([...new Set(await taggedIds())].sort(), [...firstWave].sort());
  const every = await planScenarios('');
  const tagged = await planScenarios(firstWave.map((id) => `@${id}`).join(' or '));
  assert.deepEqual(every, tagged);
});

test('every sentence of the document that says something testable is traced to the first wave, but one', () => {
  const untraced = catalogue.sentences.filter(({ id, testable }) => {
    const requirements = catalogue.requirementsOf(id);
    return testable && !requirements.some((requirement) => firstWave.includes(requirement.id));
  });
  // S2 refers people to Support; AFT-11, of a later profile, looks for ways around that.
  assert.deepEqual(
    untraced.map(({ id }) => id),
    ['S2'],
  );
});
