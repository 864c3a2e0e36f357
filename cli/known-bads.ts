import type { KnownBad } from '../protocol/known-bad.ts';
import { loadServerFaults } from '../reference-server/faults/load.ts';
import type { ServerFault } from '../reference-server/faults/server-fault.ts';
import { UsageError } from './usage-error.ts';

/** Every known-bad implementation, in the order of their numbers. */
export async function loadKnownBads(): Promise<KnownBad[]> {
  return (await loadServerFaults()).sort((one, other) => one.id.localeCompare(other.id));
}

/**
 * The defect of portal or server that has this id.
 * @throws {UsageError} when there is none
 */
export async function serverFault(id: string): Promise<ServerFault> {
  const faults = await loadServerFaults();
  const found = faults.find((fault) => fault.id === id.toUpperCase());
  if (found) return found;
  throw new UsageError(
    `wanted a known defect of the server from ${faults[0]?.id} to ${faults.at(-1)?.id}, got "${id}"`,
  );
}
