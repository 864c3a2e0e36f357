import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import type { FoundBrowser } from '../simulators/browser/found-browser.ts';
import type { WorldParameters } from '../steps/support/stage.ts';
import { startServedProcess } from '../targets/served-process.ts';
import { REFERENCE_DECLARATIONS, type Target, type TargetAddresses, targetAt } from '../targets/target.ts';
import { targetNameOf } from './addresses.ts';
import type { RunOptions } from './run-options.ts';
import { moduleEnding, projectFolder, type Surroundings } from './surroundings.ts';

/** Everything a run needs besides the sentences. */
export interface PreparedRun {
  parameters: WorldParameters;
  /** What is run how, for people. */
  description: string;
  stop(): Promise<void>;
}

const INTO_STEP_MS = 10_000;
const STEP_MS = 30_000;

/** Ten seconds into a time step, away from its edges, in the present, for browsers know no other; epoch milliseconds. */
export function startOfRun(): number {
  return Math.floor(Date.now() / STEP_MS) * STEP_MS + INTO_STEP_MS;
}

/** Starts the reference with its test controls; it ends with whoever started it. */
export function referenceCommand(node: string): { command: string; args: string[] } {
  const main = fileURLToPath(new URL(`cli/main.${moduleEnding}`, projectFolder));
  return { command: node, args: [main, 'serve', '--control', '--port', '0', '--while-input'] };
}

/** Finds the browser, and starts the reference where no other implementation is named. */
export async function prepareRun(options: RunOptions, surroundings: Surroundings): Promise<PreparedRun> {
  const browser = options.drive === 'browser' ? await search(surroundings) : undefined;
  const { addresses, stop } = options.addresses ? named(options.addresses) : await startReference(surroundings);
  const target = targetOf(options, addresses);
  return {
    parameters: { target, drive: options.drive, startEpochMs: startOfRun(), ...(browser && { browser }) },
    description: `${target.name}, ${browser ? `in ${browser.source}` : 'without a browser'}`,
    stop,
  };
}

/** What is declared comes before what holds for whoever declares nothing. */
function targetOf({ targetFile, ...flags }: RunOptions, addresses: TargetAddresses): Target {
  const target = targetAt(targetNameOf(flags, targetFile), addresses);
  const own = flags.addresses ? targetFile?.declares : REFERENCE_DECLARATIONS;
  return { ...target, declares: { ...target.declares, ...own } };
}

function search({ env }: Surroundings): Promise<FoundBrowser> {
  const ownFolder = env.XDG_CACHE_HOME ?? join(homedir(), platform() === 'darwin' ? 'Library/Caches' : '.cache');
  return findBrowser({ environment: env, cacheDirectory: join(ownFolder, 'paircheck') });
}

interface Reached {
  addresses: TargetAddresses;
  stop(): Promise<void>;
}

async function startReference({ execPath }: Surroundings): Promise<Reached> {
  const { command, args } = referenceCommand(execPath);
  const served = await startServedProcess(command, args);
  const { portalUrl, phoneApiUrl, controlUrl } = served.addresses;
  return { addresses: { portalUrl, phoneApiUrl, controlUrl }, stop: served.stop };
}

function named(addresses: TargetAddresses): Reached {
  return { addresses, stop: async () => {} };
}
