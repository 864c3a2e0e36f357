import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadServerFaults } from '../reference-server/faults/load.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { loadPhoneFaults } from '../simulators/phone/faults/load.ts';
import { PhoneProbe } from '../simulators/phone/faults/probe.ts';
import { loadKnownBads } from './known-bads.ts';
import { probeServerFault } from './self-check/probed.ts';
import { catalogueFolder } from './surroundings.ts';

const NOON_MS = Date.UTC(2026, 10, 24, 12, 0, 15);

for (const fault of await loadServerFaults()) {
  test(`${fault.id} misbehaves, and the correct server does not: ${fault.title}`, async () => {
    assert.deepEqual(await probeServerFault(fault, NOON_MS), { isActive: true, isTwinActive: false });
  });
}

for (const fault of await loadPhoneFaults()) {
  test(`${fault.id} misbehaves, and the correct app does not: ${fault.title}`, async () => {
    const isTwinActive = await fault.isActive(new PhoneProbe());
    assert.deepEqual([await fault.isActive(new PhoneProbe(fault.apply)), isTwinActive], [true, false]);
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
