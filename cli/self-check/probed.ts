import { Probe } from '../../reference-server/faults/probe.ts';
import type { Seams } from '../../reference-server/seams.ts';
import { startReferenceServer } from '../../reference-server/server.ts';
import { seeSymbols } from '../../simulators/camera/eye.ts';
import { SystemClock } from '../../simulators/clock/system-clock.ts';
import { PhoneProbe } from '../../simulators/phone/faults/probe.ts';
import type { Defect } from '../known-bads.ts';

/** What the probe of a defect found, with the defect and without. */
export interface Activity {
  isActive: boolean;
  isTwinActive: boolean;
}

/** Asks a fresh server or phone with the defect, and one without, apart from the scenarios. */
export async function probeDefect({ server, phone }: Defect, startEpochMs: number): Promise<Activity> {
  if (phone) {
    const isTwinActive = await phone.isActive(new PhoneProbe());
    return { isActive: await phone.isActive(new PhoneProbe(phone.apply)), isTwinActive };
  }
  const ask = (seams?: Seams) => probed(startEpochMs, seams, (probe) => server.isActive(probe));
  return { isActive: await ask(server.seams()), isTwinActive: await ask() };
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
