import { availableParallelism, homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import type { FoundBrowser } from '../simulators/browser/found-browser.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import type { WorldParameters } from '../steps/support/stage.ts';
import {
  DEFAULT_DECLARATIONS,
  type Declarations,
  REFERENCE_DECLARATIONS,
  type Target,
  targetAt,
} from '../targets/target.ts';
import { BUILT_IN, targetNameOf } from './addresses.ts';
import { findDefect } from './known-bads.ts';
import { prepareTarget } from './prepare-target.ts';
import { tellReferenceFailed } from './reference-failed.ts';
import type { RunOptions } from './run-options.ts';
import { moduleEnding, projectFolder, type Surroundings } from './surroundings.ts';

/** Everything a run needs besides the sentences. */
export interface PreparedRun {
  parameters: WorldParameters;
  declares: Declarations;
  /** How many scenarios may run at the same time. */
  workers: number;
  /** What is run how, for people. */
  description: string;
  /** What has become of it, where it was started for this run and has ended. */
  gone(): Promise<string | undefined>;
  /** Ends what was started. */
  stop(): Promise<void>;
}

/** Each worker has a browser and a server of its own, and a second core is what there is to gain. */
const MOST_WORKERS = 4;
/** For fewer scenarios a second worker would take longer to begin than it saves. */
const FEW_SCENARIOS = 30;

/** Where most of the time is spent waiting for the clock. */
const SCENARIOS_FOR_EACH = 4;
/** Enough for a scenario that plays three people, and for one that is locked. */
const ACCOUNTS_FOR_EACH = 4;

/** Without a browser to wait for, a second worker on a second thread of the same core costs what it gains. */
const CORES_FOR_MORE = 4;

/** What the built-in reference says of itself, spelt out. */
export const REFERENCE_DECLARES: Declarations = { ...DEFAULT_DECLARATIONS, ...REFERENCE_DECLARATIONS };

const INTO_STEP_MS = 10_000;
const STEP_MS = 30_000;

/** Ten seconds into a time step, away from its edges, in the present, for browsers know no other; epoch milliseconds. */
export function startOfRun(): number {
  return Math.floor(Date.now() / STEP_MS) * STEP_MS + INTO_STEP_MS;
}

/** Finds the browser, and starts the reference where no other implementation is named. */
export async function prepareRun(
  options: RunOptions,
  scenarioCount: number,
  { surroundings, interruption }: { surroundings: Surroundings; interruption?: AbortSignal },
): Promise<PreparedRun> {
  const browser = options.drive === 'browser' ? await findBrowserFor(surroundings) : undefined;
  const { drive, watch, stepPictures = watch } = options;
  const common = {
    drive,
    startEpochMs: startOfRun(),
    ...(browser && { browser }),
    ...(stepPictures !== undefined && { stepPictures }),
  };
  const describe = (name: string) => `${name}, ${browser ? `in ${browser.source}` : 'without a browser'}`;
  if (options.addresses) {
    const beginning = { surroundings, interruption, startEpochMs: common.startEpochMs };
    const { target, ...others } = await prepareTarget(options, beginning);
    const targets = shareAccounts(target, workersAt(target, options, scenarioCount));
    const parameters = { ...common, targets };
    const description = describe(target.name);
    return { parameters, declares: target.declares, workers: targets.length, description, ...others };
  }
  const workers = workersFor(options, scenarioCount);
  const { targets, phoneFault, stop } = await startReferences(workers, options, surroundings);
  const parameters = { ...common, ...(phoneFault !== undefined && { phoneFault }), targets };
  const description = describe(targetNameOf(options));
  return { parameters, declares: REFERENCE_DECLARES, workers, description, gone: async () => undefined, stop };
}

function workersFor({ drive, watch }: RunOptions, scenarioCount: number): number {
  // Nobody can follow two at a time.
  if (watch) return 1;
  const cores = availableParallelism();
  if (scenarioCount < FEW_SCENARIOS || (drive === 'api' && cores < CORES_FOR_MORE)) return 1;
  return Math.min(cores, MOST_WORKERS);
}

/**
 * A clock that is moved is one for all, so its scenarios run one after another. On one that is not most of the time is
 * spent waiting for it, which several can do at once, each with accounts of its own.
 */
function workersAt({ clock, app, accounts, adapter }: Target, { watch }: RunOptions, scenarioCount: number): number {
  const isShared = clock.kind !== 'real' || adapter !== undefined || app === 'person' || app === 'webdriver' || watch;
  if (isShared || !Array.isArray(accounts)) return 1;
  const enough = Math.min(accounts.length / ACCOUNTS_FOR_EACH, scenarioCount / SCENARIOS_FOR_EACH);
  return Math.max(1, Math.floor(Math.min(enough, availableParallelism() + 1, MOST_WORKERS)));
}

function shareAccounts(target: Target, workers: number): Target[] {
  const { accounts } = target;
  if (!Array.isArray(accounts)) return [target];
  return Array.from({ length: workers }, (_, worker) => ({
    ...target,
    accounts: accounts.filter((_account, place) => place % workers === worker),
  }));
}

/** So many references, each with a clock of its own. They live in this thread, which has little else to do. */
async function startReferences(count: number, options: RunOptions, surroundings: Surroundings) {
  const { startReferenceServer } = await import('../reference-server/server.ts');
  const defect = options.fault === undefined ? undefined : await findDefect(options.fault);
  const onError = tellReferenceFailed(surroundings);
  const servers = await Promise.all(
    Array.from({ length: count }, () =>
      startReferenceServer({ clock: new SystemClock(), control: {}, seams: defect?.server?.seams(), onError }),
    ),
  );
  const name = targetNameOf(options);
  const targets = servers.map(({ addresses }) => ({ ...targetAt(name, addresses), declares: REFERENCE_DECLARES }));
  return {
    targets,
    phoneFault: defect?.phone?.id,
    stop: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}

/** What starts the built-in reference, with its test controls; it ends with whoever started it. */
export function startOfReference(node: string): NonNullable<WorldParameters['start']> {
  const main = fileURLToPath(new URL(`cli/main.${moduleEnding}`, projectFolder));
  const args = [main, 'serve', '--no-app', '--control', '--port', '0', '--while-input'];
  return { command: node, args, name: BUILT_IN, declares: REFERENCE_DECLARES };
}

/** The browser of this machine, or the packaged one. */
export function findBrowserFor({ env }: Surroundings): Promise<FoundBrowser> {
  const ownFolder = env.XDG_CACHE_HOME ?? join(homedir(), platform() === 'darwin' ? 'Library/Caches' : '.cache');
  return findBrowser({ environment: env, cacheDirectory: join(ownFolder, 'paircheck') });
}
