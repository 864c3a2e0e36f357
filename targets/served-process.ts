import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ServedAddresses } from '../protocol/control-api.ts';

/** A process that was started to be tested, and where it answers. */
export interface ServedProcess {
  addresses: ServedAddresses;
  stop(): Promise<void>;
}

/** A start takes well under a second; this is for a machine that does a lot besides. */
const PATIENCE_MS = 30_000;

/**
 * Starts a server as a process of its own and waits for the line of JSON in which it says where it answers. It is
 * ended by closing its standard input, so that none is left behind even when we are killed.
 * @throws Error when it ends, or says nothing useful, before it is ready
 */
export async function startServedProcess(command: string, args: string[]): Promise<ServedProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const said = once(lines, 'line', { signal: AbortSignal.timeout(PATIENCE_MS) });
  const first = await Promise.race([said, ended.then(() => undefined)]);
  const wanted = `wanted a server from "${[command, ...args].join(' ')}"`;
  if (!first) throw new Error(`${wanted}, it ended before it answered`);
  const addresses = addressesIn(String(first[0]));
  if (addresses) return { addresses, stop: () => stop(child, ended) };
  // Such a program need not know that it should end with its input.
  child.kill();
  throw new Error(`${wanted}, its first line is not the JSON that says where it answers`);
}

function addressesIn(line: string): ServedAddresses | undefined {
  try {
    return JSON.parse(line) as ServedAddresses;
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await ended;
}
