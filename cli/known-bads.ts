import type { KnownBad } from '../protocol/known-bad.ts';
import { loadServerFaults } from '../reference-server/faults/load.ts';
import type { ServerFault } from '../reference-server/faults/server-fault.ts';
import { loadPhoneFaults } from '../simulators/phone/faults/load.ts';
import type { PhoneFault } from '../simulators/phone/faults/phone-fault.ts';
import { UsageError } from './usage-error.ts';

/** One known-bad, and the side that has its defect: portal and server, or the app and its phone. */
export type Defect = { server: ServerFault; phone?: never } | { server?: never; phone: PhoneFault };

/** Every known-bad implementation, in the order of their numbers. */
export async function loadKnownBads(): Promise<KnownBad[]> {
  const knownBads = [...(await loadServerFaults()), ...(await loadPhoneFaults())];
  return knownBads.sort((one, other) => one.id.localeCompare(other.id));
}

/** Whose defect it is: phones alone have what alters a phone. */
export function sideOf(knownBad: KnownBad): 'portal' | 'phone' {
  return 'apply' in knownBad ? 'phone' : 'portal';
}

/**
 * The known-bad that has this id, in large letters or small.
 * @throws {UsageError} when there is none
 */
export async function findDefect(id: string): Promise<Defect> {
  const [server, phone] = [find(await loadServerFaults(), id), find(await loadPhoneFaults(), id)];
  if (server) return { server };
  if (phone) return { phone };
  throw new UsageError(`wanted a known defect ${rangeOf(await loadKnownBads())}, got "${id}"`);
}

/**
 * The defect of portal or server that has this id.
 * @throws {UsageError} when there is none
 */
export async function serverFault(id: string): Promise<ServerFault> {
  const { server, phone } = await findDefect(id);
  if (server) return server;
  throw new UsageError(
    `wanted a defect of the server, ${phone.id} is one of the app: paircheck run --fault ${phone.id}`,
  );
}

function find<Fault extends KnownBad>(faults: readonly Fault[], id: string): Fault | undefined {
  return faults.find((fault) => fault.id.toUpperCase() === id.toUpperCase());
}

function rangeOf(faults: readonly KnownBad[]): string {
  return `from ${faults[0]?.id} to ${faults.at(-1)?.id}`;
}
