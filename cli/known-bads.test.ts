import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadServerFaults } from '../reference-server/faults/load.ts';
import { Probe } from '../reference-server/faults/probe.ts';
import type { Seams } from '../reference-server/seams.ts';
import { startReferenceServer } from '../reference-server/server.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { loadKnownBads } from './known-bads.ts';
import { catalogueFolder } from './surroundings.ts';

const NOON_MS = Date.UTC(2026, 10, 24, 12, 0, 15);

/** Asks a server with these seams, and nobody else, whether it misbehaves. */
async function probed(isActive: (probe: Probe) => Promise<boolean>, seams?: Seams): Promise<boolean> {
  let nowMs = NOON_MS;
  const clock = { now: () => nowMs, set: (epochMs: number) => void (nowMs = epochMs) };
  const server = await startReferenceServer({ clock, control: {}, seams });
  const readSymbol = async (png: Uint8Array) => (await seeSymbols(png))[0]?.text;
  try {
    return await isActive(new Probe({ addresses: server.addresses, clock, readSymbol }));
  } finally {
    await server.close();
  }
}

for (const fault of await loadServerFaults()) {
  test(`${fault.id} misbehaves, and the correct server does not: ${fault.title}`, async () => {
    const isActive = (probe: Probe) => fault.isActive(probe);
    assert.deepEqual([await probed(isActive), await probed(isActive, fault.seams())], [false, true]);
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
