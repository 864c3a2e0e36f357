import type { Catalogue } from '../reports/catalogue/types.ts';
import type { Drive } from '../targets/target.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `paircheck run`, as they were read. */
export interface RunOptions {
  profile: string;
  only: string[];
  tags?: string;
  drive: Drive;
  seed?: number;
  portalUrl?: string;
  phoneApiUrl?: string;
  controlUrl?: string;
  out: string;
}

/** What is to be judged: the profile's requirements, and those of them that were asked for by id, if any were. */
export interface Selection {
  requirementIds: string[];
  only: string[];
  /** The scenarios of it all, as a tag expression. */
  tags: string;
}

/**
 * @throws {UnknownIdError} when there is no such profile or requirement
 * @throws {UsageError} when a requirement is none of the profile's, an address is none, or the portal's is missing
 */
export function selectionOf(catalogue: Catalogue, options: RunOptions): Selection {
  const { requirementIds } = catalogue.profile(options.profile);
  const only = options.only.map((id) => catalogue.requirement(id).id);
  const foreign = only.find((id) => !requirementIds.includes(id));
  if (foreign) {
    const profiles = catalogue.profiles.filter((profile) => profile.requirementIds.includes(foreign));
    const names = profiles.map(({ id }) => `--profile ${id}`).join(' or ');
    throw new UsageError(`${foreign} is not in the profile ${options.profile}; run it with ${names}`);
  }
  for (const url of [options.portalUrl, options.phoneApiUrl, options.controlUrl]) checkUrl(url);
  if (options.portalUrl === undefined && (options.phoneApiUrl ?? options.controlUrl) !== undefined) {
    throw new UsageError('wanted --portal-url beside the other addresses; without it the built-in reference is judged');
  }
  const wanted = (only.length > 0 ? only : requirementIds).map((id) => `@${id}`).join(' or ');
  return { requirementIds, only, tags: options.tags ? `(${wanted}) and (${options.tags})` : wanted };
}

/** The flags that a line needs besides `--only` to run something again in the same way. */
export function flagsOf({ profile, drive, portalUrl, phoneApiUrl, controlUrl }: RunOptions): string[] {
  const flags: [string, string | undefined][] = [
    ['--profile', profile],
    ['--drive', drive === 'browser' ? undefined : drive],
    ['--portal-url', portalUrl],
    ['--phone-api-url', phoneApiUrl],
    ['--control-url', controlUrl],
  ];
  return flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
}

function checkUrl(url: string | undefined): void {
  if (url === undefined) return;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`wanted an address such as http://127.0.0.1:8080, got "${url}"`);
  }
}
