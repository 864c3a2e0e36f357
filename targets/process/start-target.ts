import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HarnessFault } from '../../simulators/errors.ts';
import { ADDRESSES, type TargetAddresses } from '../target.ts';
import type { FakeClock } from './fake-clock.ts';
import { withoutSecrets } from './last-words.ts';
import { type Machine, ProcessGroup } from './process-group.ts';
import { type ReadyWhen, takenPlace, untilLine, untilReady } from './readiness.ts';
import { tellEnd, tellFault } from './tell-end.ts';

/** How a target is started, as its file says under `start:`. @see ../target.schema.json */
export interface TargetStart {
  /** As for a shell, or the program and its arguments. */
  command: string | readonly string[];
  /** Where; from the folder of the target file. */
  cwd?: string;
  /** On top of our own environment. */
  env?: Readonly<Record<string, string>>;
  /** Left out, it is ready when it has printed where it answers, as JSON in a line. */
  ready?: ReadyWhen;
  patienceSeconds?: number;
}

/** Around a start. */
export interface StartOptions {
  machine: Machine;
  /** The folder that `cwd` begins in. */
  folder: string;
  /** The clock it lives on; left out, the machine's. */
  clock?: Pick<FakeClock, 'env'> | undefined;
  /** Ends the waiting, and with it what has been started. */
  signal?: AbortSignal | undefined;
}

/** A target that was started, and runs. */
export interface StartedTarget {
  /** Where it answers, as far as it has said so. */
  addresses: Partial<TargetAddresses>;
  /** What has become of it and its last words, once it has ended; `undefined` while it runs. */
  gone(): Promise<string | undefined>;
  /** Ends it with all that it has started; may take five seconds. */
  stop(): Promise<void>;
  /** The same at once, for who is about to end. */
  kill(): void;
}

const PATIENCE_SECONDS = 60;
const JUST_NOW_MS = 100;

/**
 * Starts a target in a process group of its own and waits until it is ready.
 * @throws {HarnessFault} in a sentence of its own each: its folder, its program or its port is not to be had, it ended, it did
 *   not get ready in time, or we were interrupted. Nothing of it is left running then.
 */
export async function startTarget(start: TargetStart, options: StartOptions): Promise<StartedTarget> {
  const { env = {} } = start;
  const { machine, clock } = options;
  const command = withoutSecrets(Array.isArray(start.command) ? start.command.join(' ') : String(start.command), env);
  const cwd = resolve(options.folder, start.cwd ?? '.');
  await refuse(start, { command, cwd });
  const around = { ...machine.env, ...env };
  const whole = { ...around, ...clock?.env(around) };
  const group = new ProcessGroup({ command: start.command, cwd, env: whole, ownEnv: env }, machine);
  const said: Partial<TargetAddresses> = {};
  group.onLine((line) => Object.assign(said, addressesIn(line)));
  const fault = await faultOf(start, group, options.signal);
  if (fault !== undefined) {
    await group.end();
    throw new HarnessFault(`wanted "${command}" to get ready, ${fault}${String(group.words)}`);
  }
  return {
    addresses: said,
    gone: async () => {
      // What has just ended is not yet known to have.
      await Promise.race([group.over, delay(JUST_NOW_MS, undefined, { ref: false })]);
      return group.exit === undefined ? undefined : `"${command}" is gone: ${tellEnd(group)}${String(group.words)}`;
    },
    stop: () => group.end(),
    kill: () => group.kill(),
  };
}

/** What can be known to go wrong before anything has begun. */
async function refuse({ ready = {} }: TargetStart, { command, cwd }: { command: string; cwd: string }): Promise<void> {
  const isFolder = await stat(cwd).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new HarnessFault(`wanted to start "${command}" in ${cwd}, which is no folder: correct start.cwd`);
  const place = await takenPlace(ready);
  if (place === undefined) return;
  throw new HarnessFault(
    `wanted to start "${command}", somebody answers at ${place} already: end that, or take start: out of the target file to test what runs there`,
  );
}

/** Waits until it is ready; why it is not, where it never is. */
async function faultOf(
  { ready, patienceSeconds = PATIENCE_SECONDS }: TargetStart,
  group: ProcessGroup,
  interruption?: AbortSignal,
): Promise<string | undefined> {
  const over = new AbortController();
  const limit = AbortSignal.timeout(patienceSeconds * 1000);
  const signal = AbortSignal.any([over.signal, limit, ...(interruption ? [interruption] : [])]);
  let lastLook = '';
  const waiting = {
    signal,
    onLine: (hear: (line: string) => void) => group.onLine(hear),
    tell: (fault: string) => {
      lastLook = ` (at the last look: ${fault})`;
    },
  };
  const isReady = ready ? untilReady(ready, waiting) : untilLine((line) => addressesIn(line) !== undefined, waiting);
  void group.over.then(() => over.abort());
  try {
    await isReady;
    return undefined;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (interruption?.aborted) return 'the run was interrupted before';
    return over.signal.aborted ? tellFault(group) : `${tellWait(ready, patienceSeconds)}${lastLook}`;
  }
}

function tellWait(ready: ReadyWhen | undefined, patienceSeconds: number): string {
  if (!ready) {
    const wanted = '{"portalUrl": "http://127.0.0.1:8080"}';
    return `within ${patienceSeconds} s it wrote no line such as ${wanted}: say under start.ready by what url, port or line it is known to be ready`;
  }
  const conditions = Object.entries(ready).map(([name, value]) => `${name} ${value}`);
  return `within ${patienceSeconds} s it did not: correct start.ready, or portalUrl where that is left out (${conditions.join(', ')}), or allow more with start.patienceSeconds`;
}

/** The addresses in a line of JSON; `undefined` where it is not one that gives the portal's. */
function addressesIn(line: string): Partial<TargetAddresses> | undefined {
  try {
    const said = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof said?.portalUrl !== 'string') return undefined;
    return Object.fromEntries(ADDRESSES.map((name) => [name, said[name]]).filter(([, url]) => typeof url === 'string'));
  } catch {
    return undefined;
  }
}
