import { mkdtemp } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HarnessFault } from '../simulators/errors.ts';
import { type FakeClock, fakeClock } from '../targets/process/fake-clock.ts';
import { findFaketime } from '../targets/process/find-faketime.ts';
import { type StartedTarget, startTarget, type TargetStart } from '../targets/process/start-target.ts';
import {
  ADDRESSES,
  PATIENCE_SECONDS,
  type Target,
  type TargetAddresses,
  type TargetClock,
  targetAt,
} from '../targets/target.ts';
import { faultInAddress } from './address-fault.ts';
import { targetNameOf } from './addresses.ts';
import type { RunOptions } from './run-options.ts';
import { appOf } from './run-options.ts';
import type { Surroundings } from './surroundings.ts';
import type { TargetFile } from './target-file.ts';
import type { WrittenProgram } from './written-target.ts';

/** An implementation that is not ours, ready to be judged. */
export interface PreparedTarget {
  target: Target;
  /** What has become of it, where it was started for this run and has ended. */
  gone(): Promise<string | undefined>;
  /** Ends what was started. */
  stop(): Promise<void>;
}

/** Around a start. */
export interface Beginning {
  surroundings: Surroundings;
  /** Where a clock that can be moved begins, in epoch milliseconds. */
  startEpochMs: number;
  /** Ends the waiting. */
  interruption?: AbortSignal | undefined;
}

/**
 * What is known of an implementation from its file and from flags; it is started first where the file says how.
 * @throws {Error} in a sentence, when it cannot be started
 */
export async function prepareTarget(options: RunOptions, beginning: Beginning): Promise<PreparedTarget> {
  const { targetFile: file } = options;
  const clock = file?.clock === 'faketime' ? await beginClock(beginning) : undefined;
  const started = file?.start && (await start(howToStart(file.start, options), { file, clock }, beginning));
  const stop = async () => {
    await started?.stop();
    await clock?.close();
  };
  try {
    const addresses = { ...checked(started?.addresses), ...options.addresses };
    const target = describe(addresses, { options, clock, env: beginning.surroundings.env });
    return { target, gone: async () => started?.gone(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws {HarnessFault} when what a program says of itself is no address */
function checked(printed: Partial<TargetAddresses> = {}): Partial<TargetAddresses> {
  for (const name of ADDRESSES) {
    const fault = faultInAddress(printed[name]);
    if (!fault) continue;
    throw new HarnessFault(`wanted ${fault.wanted} as "${name}" in what start.command prints, got ${fault.got}`);
  }
  return printed;
}

async function beginClock({ surroundings: { env }, startEpochMs }: Beginning): Promise<FakeClock> {
  const library = await findFaketime({ env, platform: platform() });
  return fakeClock(await mkdtemp(join(tmpdir(), 'paircheck-clock-')), { library, startEpochMs });
}

/** Where it is known where the portal will be, it is ready when it answers there. */
function howToStart(start: TargetStart, { addresses }: RunOptions): TargetStart {
  const url = addresses?.portalUrl;
  return url === undefined || start.ready ? start : { ...start, ready: { url } };
}

async function start(
  how: TargetStart,
  { file, clock }: { file: TargetFile; clock: FakeClock | undefined },
  { surroundings, interruption: signal }: Beginning,
): Promise<StartedTarget> {
  try {
    return await startTarget(how, { machine: surroundings, folder: file.folder, clock, signal });
  } catch (error) {
    await clock?.close();
    throw error;
  }
}

interface Description {
  options: RunOptions;
  clock: FakeClock | undefined;
  env: NodeJS.ProcessEnv;
}

function describe(addresses: Partial<TargetAddresses>, { options, clock, env }: Description): Target {
  const { targetFile: file, accounts } = options;
  const { portalUrl } = addresses;
  if (portalUrl === undefined)
    throw new HarnessFault(
      'wanted "portalUrl" in what start.command prints, or in the target file, got none: add portalUrl: to the file',
    );
  const target = targetAt(targetNameOf(options, file), { ...addresses, portalUrl });
  const app = appOf(options) ?? target.app;
  const given = accounts ?? (file?.accounts && inPlace(file.accounts, file.folder, env));
  return {
    ...target,
    app,
    clock: isInHand(target, app) ? realClock(options) : clockOf(target, { options, clock }),
    declares: { ...target.declares, ...file?.declares },
    ...(file?.labels && { labels: file.labels }),
    ...file?.web,
    ...(file?.adapter && { adapter: adapterOf(file.adapter, file.folder, env) }),
    ...(file?.protectedTexts && { protectedTexts: file.protectedTexts }),
    ...(file?.capabilities && { capabilities: file.capabilities }),
    ...(file?.frames && { frames: file.frames }),
    ...(given && { accounts: given }),
  };
}

/** Whether the phone is a device, whose clock nobody can set. */
function isInHand({ appUrl }: Target, app: Target['app']): boolean {
  return app === 'person' || (app === 'webdriver' && appUrl === undefined);
}

function clockOf({ clock }: Target, { options, clock: fake }: Pick<Description, 'options' | 'clock'>): TargetClock {
  const { targetFile: file } = options;
  if (fake) return { kind: 'faketime', file: fake.file };
  if (clock.kind === 'http' && file?.clock !== 'real') return clock;
  return realClock(options);
}

function realClock({ targetFile: file, patience }: RunOptions): TargetClock {
  return { kind: 'real', patienceSeconds: patience ?? file?.patienceSeconds ?? PATIENCE_SECONDS };
}

function inPlace(
  accounts: NonNullable<TargetFile['accounts']>,
  folder: string,
  env: NodeJS.ProcessEnv,
): Target['accounts'] {
  return 'command' in accounts ? programOf(accounts, folder, env) : accounts;
}

function programOf({ command, cwd = '.', env: own }: WrittenProgram, folder: string, env: NodeJS.ProcessEnv) {
  return { command, cwd: resolve(folder, cwd), env: { ...env, ...own } };
}

function adapterOf(adapter: NonNullable<TargetFile['adapter']>, folder: string, env: NodeJS.ProcessEnv) {
  const { env: environment, ...program } = programOf(adapter, folder, env);
  const { timeoutSeconds } = adapter;
  return { ...program, environment, ...(timeoutSeconds !== undefined && { timeoutSeconds }) };
}
