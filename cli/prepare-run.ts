import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import type { FoundBrowser } from '../simulators/browser/found-browser.ts';
import type { WorldParameters } from '../steps/support/stage.ts';
import { startServedProcess } from '../targets/served-process.ts';
import { DEFAULT_DECLARATIONS, type Target } from '../targets/target.ts';
import type { RunOptions } from './run-options.ts';
import { moduleEnding, projectFolder, type Surroundings } from './surroundings.ts';

/** Everything a run needs besides the sentences. */
export interface PreparedRun {
  parameters: WorldParameters;
  /** What is run how, for people. */
  description: string;
  stop(): Promise<void>;
}

/** The clock begins ten seconds into a time step, away from its edges, in the present: browsers know no other. */
const INTO_STEP_MS = 10_000;
const STEP_MS = 30_000;

/** What is judged, for people: the built-in reference where no other implementation is named. */
export function targetNameOf({ portalUrl }: RunOptions): string {
  return portalUrl ?? 'the built-in reference';
}

/** Finds the browser, and starts the reference where no other implementation is named. */
export async function prepareRun(options: RunOptions, surroundings: Surroundings): Promise<PreparedRun> {
  const browser = options.drive === 'browser' ? await search(surroundings) : undefined;
  const { addresses, stop } = options.portalUrl === undefined ? await startReference(surroundings) : named(options);
  const target = targetAt(targetNameOf(options), addresses);
  const startEpochMs = Math.floor(Date.now() / STEP_MS) * STEP_MS + INTO_STEP_MS;
  return {
    parameters: { target, drive: options.drive, startEpochMs, ...(browser && { browser }) },
    description: `${options.profile} against ${target.name}, ${browser ? `in ${browser.source}` : 'without a browser'}`,
    stop,
  };
}

function search({ env }: Surroundings): Promise<FoundBrowser> {
  const ownFolder = env.XDG_CACHE_HOME ?? join(homedir(), platform() === 'darwin' ? 'Library/Caches' : '.cache');
  return findBrowser({ environment: env, cacheDirectory: join(ownFolder, 'paircheck') });
}

interface Reached {
  addresses: Addresses;
  stop(): Promise<void>;
}

async function startReference({ execPath }: Surroundings): Promise<Reached> {
  const main = fileURLToPath(new URL(`cli/main.${moduleEnding}`, projectFolder));
  const served = await startServedProcess(execPath, [main, 'serve', '--control', '--port', '0', '--while-input']);
  const { portalUrl, phoneApiUrl, controlUrl } = served.addresses;
  return { addresses: { portalUrl, phoneApiUrl, controlUrl }, stop: served.stop };
}

function named({ portalUrl = '', phoneApiUrl, controlUrl }: RunOptions): Reached {
  return { addresses: { portalUrl, phoneApiUrl, controlUrl }, stop: async () => {} };
}

function targetAt(name: string, { portalUrl, phoneApiUrl, controlUrl }: Addresses): Target {
  return {
    name,
    portalUrl,
    ...(phoneApiUrl !== undefined && { phoneApiUrl }),
    ...(controlUrl !== undefined && { controlUrl }),
    declares: DEFAULT_DECLARATIONS,
  };
}

interface Addresses {
  portalUrl: string;
  phoneApiUrl: string | undefined;
  controlUrl: string | undefined;
}
