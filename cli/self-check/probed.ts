import { Probe } from '../../reference-server/faults/probe.ts';
import type { ServerFault } from '../../reference-server/faults/server-fault.ts';
import type { Seams } from '../../reference-server/seams.ts';
import { startReferenceServer } from '../../reference-server/server.ts';
import { seeSymbols } from '../../simulators/camera/eye.ts';
import { SystemClock } from '../../simulators/clock/system-clock.ts';

/** What the probe of a defect found, with the defect and without. */
export interface Activity {
  isActive: boolean;
  isTwinActive: boolean;
}

/** Asks two fresh servers, without the scenarios. */
export async function probeServerFault(fault: ServerFault, startEpochMs: number): Promise<Activity> {
  const ask = (seams?: Seams) => probed(startEpochMs, seams, (probe) => fault.isActive(probe));
  return { isActive: await ask(fault.seams()), isTwinActive: await ask() };
}

async function probed(
  startEpochMs: number,
  seams: Seams | undefined,
  ask: (probe: Probe) => Promise<boolean>,
): Promise<boolean> {
  const clock = new SystemClock();
  clock.set(startEpochMs);
  const server = await startReferenceServer({ clock, control: {}, seams });
  const readSymbol = async (png: Uint8Array) => (await seeSymbols(png))[0]?.text;
  try {
    return await ask(new Probe({ addresses: server.addresses, clock, readSymbol }));
  } finally {
    await server.close();
  }
}
