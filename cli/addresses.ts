import { ADDRESSES, type TargetAddresses } from '../targets/target.ts';
import { faultInAddress } from './address-fault.ts';
import type { RunFlags } from './run-options.ts';
import type { TargetFile } from './target-file.ts';
import { UsageError } from './usage-error.ts';

/** What is judged where nobody says where it answers. */
export const BUILT_IN = 'the built-in reference';

/**
 * Where the implementation under test answers: as the flags say, and as the target file says for each flag that is not
 * given. Nothing where neither names a portal, or says how to start one.
 * @throws {UsageError} when an address is none, or the portal's is missing beside others
 */
export function addressesOf(flags: RunFlags, file?: TargetFile): Partial<TargetAddresses> | undefined {
  const pairs = ADDRESSES.map((name) => [name, checked(flags[name]) ?? file?.[name]] as const);
  const given = pairs.filter(([, url]) => url !== undefined);
  const addresses: Partial<TargetAddresses> = Object.fromEntries(given);
  if (addresses.portalUrl !== undefined || file?.start) return addresses;
  if (given.length === 0) return undefined;
  throw new UsageError('wanted --portal-url beside the other addresses; without it the built-in reference is judged');
}

/** What is judged, for people: by its name in the target file, else by its address. */
export function targetNameOf({ portalUrl, fault }: RunFlags, file?: TargetFile): string {
  if (fault !== undefined) return `${BUILT_IN} with ${fault}`;
  if (!file) return portalUrl ?? BUILT_IN;
  return portalUrl === undefined ? file.name : `${file.name} at ${portalUrl}`;
}

function checked(url: string | undefined): string | undefined {
  const fault = faultInAddress(url);
  if (!fault) return url;
  const { wanted, got, fix } = fault;
  throw new UsageError(`wanted ${wanted}, got ${got}${fix === undefined ? '' : `; ${fix}`}`);
}
