import type { Catalogue, Profile } from '../reports/catalogue/types.ts';
import type { Drive } from '../targets/target.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `paircheck run`, as they were read. */
export interface RunOptions {
  /** None where the flag was not given. */
  profile: string[];
  only: string[];
  tags?: string;
  drive: Drive;
  seed?: number;
  portalUrl?: string;
  phoneApiUrl?: string;
  controlUrl?: string;
  out: string;
}

/** What is asked for where nothing is said: what the document and the standards it rests on say. */
const DEFAULT_PROFILES = ['documented-flow', 'otp-core'];

/** What is to be judged: the profiles' requirements, and those of them that were asked for by id, if any were. */
export interface Selection {
  profiles: Profile[];
  /** In the order of the catalogue. */
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
  const only = options.only.map((id) => catalogue.requirement(id).id);
  const profiles = profilesOf(catalogue, options.profile, only);
  const isAsked = ({ id }: { id: string }) => profiles.some(({ requirementIds }) => requirementIds.includes(id));
  const requirementIds = catalogue.requirements.filter(isAsked).map(({ id }) => id);
  const foreign = only.find((id) => !requirementIds.includes(id));
  if (foreign) {
    const fitting = catalogue.profiles.filter((profile) => profile.requirementIds.includes(foreign));
    const names = fitting.map(({ id }) => `--profile ${id}`).join(' or ');
    throw new UsageError(`${foreign} is not in ${options.profile.join(', ')}; run it with ${names}`);
  }
  for (const url of [options.portalUrl, options.phoneApiUrl, options.controlUrl]) checkUrl(url);
  if (options.portalUrl === undefined && (options.phoneApiUrl ?? options.controlUrl) !== undefined) {
    throw new UsageError('wanted --portal-url beside the other addresses; without it the built-in reference is judged');
  }
  const wanted = (only.length > 0 ? only : requirementIds).map((id) => `@${id}`).join(' or ');
  return { profiles, requirementIds, only, tags: options.tags ? `(${wanted}) and (${options.tags})` : wanted };
}

/** Those that were named; else those that hold what is asked for by id; else the usual ones. */
function profilesOf(catalogue: Catalogue, named: string[], only: string[]): Profile[] {
  if (named.length > 0) return [...new Set(named)].map((id) => catalogue.profile(id));
  if (only.length === 0) return DEFAULT_PROFILES.map((id) => catalogue.profile(id));
  return catalogue.profiles.filter(({ requirementIds }) => only.some((id) => requirementIds.includes(id)));
}

/** The flags that a line needs besides `--only` to run something again in the same way. */
export function flagsOf({ profile, drive, portalUrl, phoneApiUrl, controlUrl }: RunOptions): string[] {
  const flags: [string, string | undefined][] = [
    ...profile.map((name): [string, string] => ['--profile', name]),
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
