import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
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
export async function startServedProcess(
  command: string,
  args: string[],
  patienceMs = PATIENCE_MS,
): Promise<ServedProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  // Closed, not only exited: by then its last words have been read.
  const ended = once(child, 'close');
  const { addresses, fault } = await Promise.race([
    firstWordsOf(child.stdout, patienceMs),
    ended.then((): FirstWords => ({ fault: 'it ended before it answered' })),
  ]);
  if (addresses) return { addresses, stop: () => stop(child, ended) };
  // Such a program need not know that it should end with its input.
  child.kill();
  throw new Error(`wanted a server from "${[command, ...args].join(' ')}", ${fault}`);
}

/** Where a server answers, or what is wrong with what it said. */
interface FirstWords {
  addresses?: ServedAddresses;
  fault?: string;
}

async function firstWordsOf(output: Readable, patienceMs: number): Promise<FirstWords> {
  const said = once(createInterface({ input: output }), 'line', { signal: AbortSignal.timeout(patienceMs) });
  const [line] = await said.catch(() => []);
  if (line === undefined) return { fault: `it said nothing within ${patienceMs} ms` };
  try {
    return { addresses: JSON.parse(String(line)) as ServedAddresses };
  } catch {
    return { fault: 'its first line is not the JSON that says where it answers' };
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.stdin?.end();
  await ended;
}
