import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import { findDefect, loadKnownBads } from './known-bads.ts';
import { probeDefect } from './self-check/probed.ts';
import { catalogueFolder } from './surroundings.ts';

const NOON_MS = Date.UTC(2026, 10, 24, 12, 0, 15);

for (const { id, title } of await loadKnownBads()) {
  test(`${id} misbehaves, and the correct implementation does not: ${title}`, async () => {
    assert.deepEqual(await probeDefect(await findDefect(id), NOON_MS), { isActive: true, isTwinActive: false });
  });
}

test('every known-bad names requirements that there are, and no id is given twice', async () => {
  const catalogue = await loadCatalogue(catalogueFolder);
  const knownBads = await loadKnownBads();
  for (const { breaks, companions = {} } of knownBads) {
    const reasons = Object.keys(companions);
    for (const id of [...breaks, ...reasons]) assert.equal(catalogue.requirement(id).id, id);
    assert.deepEqual(
      reasons.filter((id) => breaks.includes(id)),
      [],
    );
  }
  assert.equal(new Set(knownBads.map(({ id }) => id)).size, knownBads.length);
});
