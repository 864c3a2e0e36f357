import type { Catalogue, Profile } from '../reports/catalogue/types.ts';
import type { Credentials } from '../simulators/phone/phone.ts';
import type { AppPlayer, Drive, TargetAddresses } from '../targets/target.ts';
import type { TargetFile } from './target-file.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `paircheck run`, as they were read. */
export interface RunFlags extends Partial<TargetAddresses> {
  /** The path of a target file. */
  target?: string;
  /** None where the flag was not given. */
  profile: string[];
  only: string[];
  tags?: string;
  drive?: Drive;
  /** Who plays the phone. */
  app?: AppPlayer;
  seed?: number;
  /** The id of a known defect that the built-in reference is to have. */
  fault?: string;
  /** Accounts that are there already. */
  username?: string;
  password?: string;
  account: Credentials[];
  /** How long to wait for a clock that nobody can move, at most each time, in seconds. */
  patience?: number;
  /** Of the run of which only what failed is run again. */
  rerun?: string;
  out: string;
}

/** What the flags come to, together with the target file that they name and the run that they repeat. */
export interface RunOptions extends RunFlags {
  drive: Drive;
  targetFile?: TargetFile;
  /** Where the implementation under test answers, as far as it does not say so itself; absent where the built-in reference is judged. */
  addresses?: Partial<TargetAddresses>;
  /** Those of the flags. */
  accounts?: Credentials[];
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
 * @throws {UsageError} when a requirement is none of the profile's
 */
export function selectionOf(catalogue: Catalogue, options: RunFlags): Selection {
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
  const wanted = (only.length > 0 ? only : requirementIds).map((id) => `@${id}`).join(' or ');
  return { profiles, requirementIds, only, tags: options.tags ? `(${wanted}) and (${options.tags})` : wanted };
}

/** Those that were named; else those that hold what is asked for by id; else the usual ones. */
function profilesOf(catalogue: Catalogue, named: string[], only: string[]): Profile[] {
  if (named.length > 0) return [...new Set(named)].map((id) => catalogue.profile(id));
  if (only.length === 0) return DEFAULT_PROFILES.map((id) => catalogue.profile(id));
  return catalogue.profiles.filter(({ requirementIds }) => only.some((id) => requirementIds.includes(id)));
}

/** What a line needs besides `--only` to run something again in the same way: the target file first, then the flags. */
export function flagsOf(run: RunFlags): string[] {
  const { target, profile, drive, app, fault, portalUrl, phoneApiUrl, appUrl, conversationUrl, controlUrl, patience } =
    run;
  const flags: [string, string | undefined][] = [
    ...profile.map((name): [string, string] => ['--profile', name]),
    ['--drive', drive === 'browser' ? undefined : drive],
    ['--app', app],
    ['--fault', fault],
    ['--portal-url', portalUrl],
    ['--phone-api-url', phoneApiUrl],
    ['--app-url', appUrl],
    ['--conversation-url', conversationUrl],
    ['--control-url', controlUrl],
    ['--patience', patience?.toString()],
  ];
  const given = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
  return target === undefined ? given : [target, ...given];
}

/** Who plays the phone, as it is said or follows from what is said; `undefined` where the addresses decide. */
export function appOf({ app, targetFile: file }: RunOptions): AppPlayer | undefined {
  return app ?? file?.app ?? (file?.web && !file.adapter ? 'authenticator' : undefined);
}
