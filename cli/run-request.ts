import { loadManifest } from '../reports/catalogue/manifest.ts';
import type { Catalogue } from '../reports/catalogue/types.ts';
import type { Manifest } from '../reports/verdict/input.ts';
import type { TargetAddresses } from '../targets/target.ts';
import { addressesOf } from './addresses.ts';
import { type PlannedScenario, planScenarios } from './cucumber.ts';
import { newSeed } from './flag-values.ts';
import { givenByFlags } from './given-accounts.ts';
import { findDefect } from './known-bads.ts';
import { type RunFlags, type RunOptions, type Selection, selectionOf } from './run-options.ts';
import { catalogueFolder } from './surroundings.ts';
import { readTargetFile, type TargetFile } from './target-file.ts';
import { UsageError } from './usage-error.ts';

/** What is to be judged, and by what. */
export interface RunRequest {
  options: RunOptions;
  catalogue: Catalogue;
  manifest: Manifest;
  selection: Selection;
  seed: number;
  /** The scenarios that were asked for. */
  plan: PlannedScenario[];
}

interface RequestSources {
  catalogue: Catalogue;
  env: NodeJS.ProcessEnv;
}

/**
 * Makes out what the flags ask for, before anything begins.
 * @throws {UnknownIdError} or {UsageError} when what is asked for cannot be
 */
export async function requestOf(flags: RunFlags, { catalogue, env }: RequestSources): Promise<RunRequest> {
  const options = await optionsOf(flags, { catalogue, env });
  const selection = selectionOf(catalogue, options);
  const plan = await planScenarios(selection.tags, options.tags);
  const seed = options.seed ?? newSeed();
  return { options, catalogue, manifest: await loadManifest(catalogueFolder), selection, plan, seed };
}

/** @throws {UsageError} when there is no such defect, or another implementation is to have it than ours */
async function defectOf({ fault }: RunFlags, addresses?: Partial<TargetAddresses>): Promise<Partial<RunOptions>> {
  if (fault === undefined) return {};
  if (addresses) throw new UsageError('wanted --fault without another implementation: only the reference can have it');
  const { server, phone } = await findDefect(fault);
  return { fault: (server ?? phone).id };
}

/** How an implementation that is not ours is reached. */
interface Reached {
  addresses: Partial<TargetAddresses> | undefined;
  targetFile: TargetFile | undefined;
}

/** @throws {UsageError} when a pair is asked for where no app of its own is known, or its protocol is */
function checkRole({ role, app = 'simulator' }: RunFlags, { addresses, targetFile }: Reached): void {
  if (role !== 'pair') return;
  const player = targetFile?.app ?? app;
  const hasApp = addresses?.appUrl ?? addresses?.webdriverUrl ?? targetFile?.adapter;
  if (!hasApp && player !== 'person')
    throw new UsageError('wanted a portal with an app of its own beside --role pair: give --app-url, or --app person');
  if (addresses?.phoneApiUrl !== undefined)
    throw new UsageError('wanted --role pair without --phone-api-url: of a pair nobody knows how the two speak');
}

/** @throws {UsageError} when the target file or an address cannot be */
async function optionsOf(flags: RunFlags, { catalogue, env }: RequestSources): Promise<RunOptions> {
  const targetFile = flags.target === undefined ? undefined : await readTargetFile(flags.target, { catalogue, env });
  const accounts = givenByFlags(flags, env);
  const addresses = addressesOf(flags, targetFile);
  if (flags.app !== undefined && !addresses)
    throw new UsageError('wanted --portal-url, or a target file, beside --app');
  checkRole(flags, { addresses, targetFile });
  return {
    ...flags,
    ...(await defectOf(flags, addresses)),
    drive: flags.drive ?? 'browser',
    ...(targetFile && { targetFile }),
    ...(addresses && { addresses }),
    ...(accounts && { accounts }),
  };
}
