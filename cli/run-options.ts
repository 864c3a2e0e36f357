import type { Catalogue, Profile, Requirement } from '../reports/catalogue/types.ts';
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
  role?: AskedRole;
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
  /** Both sides are pictured after each step. */
  stepPictures?: boolean;
  /** Somebody looks on. */
  watch?: boolean;
  /** Of the run of which only what failed is run again. */
  rerun?: string;
  out: string;
}

/** Whose requirements are asked for. @see `inRole` */
export type AskedRole = (typeof ASKED_ROLES)[number];

export const ASKED_ROLES = ['portal', 'app', 'pair'] as const;

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

/** The same of a product with a second factor of its own. */
const FOREIGN_PROFILES = ['otp-core'];

/** What is to be judged: the profiles' requirements, or those of them that were asked for by id or by role. */
export interface Selection {
  profiles: Profile[];
  /** In the order of the catalogue. */
  requirementIds: string[];
  /** Those that were asked for by id. */
  only: string[];
  /** Where some are not asked for: those that are, and the flags that say so. */
  narrowed?: { ids: string[]; by: string };
  /** The scenarios of it all, as a tag expression. */
  tags: string;
}

/**
 * @throws {UnknownIdError} when there is no such profile or requirement
 * @throws {UsageError} when a requirement is none of the profile's, or none is of the role
 */
export function selectionOf(catalogue: Catalogue, options: RunFlags & AppChoice): Selection {
  const only = options.only.map((id) => catalogue.requirement(id).id);
  const profiles = profilesOf(catalogue, only, options);
  const isAsked = ({ id }: { id: string }) => profiles.some(({ requirementIds }) => requirementIds.includes(id));
  const requirementIds = catalogue.requirements.filter(isAsked).map(({ id }) => id);
  const foreign = only.find((id) => !requirementIds.includes(id));
  if (foreign) {
    const fitting = catalogue.profiles.filter((profile) => profile.requirementIds.includes(foreign));
    const names = fitting.map(({ id }) => `--profile ${id}`).join(' or ');
    throw new UsageError(`${foreign} is not in ${options.profile.join(', ')}; run it with ${names}`);
  }
  const { role } = options;
  const named = only.length > 0 ? only : requirementIds;
  const ids = named.filter((id) => inRole(catalogue.requirement(id), role));
  if (ids.length === 0) throw new UsageError(`wanted a requirement of --role ${role}, --only names none`);
  const by = [...(only.length > 0 ? ['--only'] : []), ...(ids.length < named.length ? [`--role ${role}`] : [])];
  const wanted = playable(ids, { catalogue, options })
    .map((id) => `@${id}`)
    .join(' or ');
  return {
    profiles,
    requirementIds,
    only,
    ...(by.length > 0 && { narrowed: { ids, by: by.join(' and ') } }),
    tags: options.tags ? `(${wanted}) and (${options.tags})` : wanted,
  };
}

/** Where there is no app, what only an app can do would be tried for nothing, and took as long. */
function playable(ids: string[], { catalogue, options }: { catalogue: Catalogue; options: AppChoice }): string[] {
  if (appOf(options) !== 'authenticator') return ids;
  const others = ids.filter((id) => catalogue.requirement(id).role !== 'app');
  return others.length > 0 ? others : ids;
}

/** Which profiles that is, for people. */
export function namesOf({ profiles }: Selection): string {
  return profiles.map(({ id }) => id).join(', ');
}

/** What takes both sides is asked of either; a pair is asked for everything. */
function inRole({ role }: Pick<Requirement, 'role'>, asked: AskedRole = 'pair'): boolean {
  return asked === 'pair' || role === 'both' || role === asked;
}

type Naming = AppChoice & Pick<RunOptions, 'profile'>;

/** Those that were named; else those that hold what is asked for by id; else those of the target file, or the usual ones. */
function profilesOf(catalogue: Catalogue, only: string[], { profile: named, ...options }: Naming): Profile[] {
  if (named.length > 0) return [...new Set(named)].map((id) => catalogue.profile(id));
  if (only.length === 0) return usualProfiles(options).map((id) => catalogue.profile(id));
  return catalogue.profiles.filter(({ requirementIds }) => only.some((id) => requirementIds.includes(id)));
}

/** Whoever describes requests or screens without an app says that the pages are not the document's. */
function usualProfiles(options: AppChoice): string[] {
  const { profiles, web } = options.targetFile ?? {};
  return profiles ?? (web && appOf(options) === 'authenticator' ? FOREIGN_PROFILES : DEFAULT_PROFILES);
}

/** What a line needs besides `--only` to run something again in the same way: the target file first, then the flags. */
export function flagsOf(run: RunFlags): string[] {
  const { target, profile, role, drive, app, fault, patience, username, account } = run;
  const flags: [string, string | undefined][] = [
    ...profile.map((name): [string, string] => ['--profile', name]),
    ['--role', role],
    ['--drive', drive === 'browser' ? undefined : drive],
    ['--app', app],
    ['--fault', fault],
    ['--portal-url', run.portalUrl],
    ['--phone-api-url', run.phoneApiUrl],
    ['--app-url', run.appUrl],
    ['--conversation-url', run.conversationUrl],
    ['--control-url', run.controlUrl],
    ['--webdriver-url', run.webdriverUrl],
    ['--patience', patience?.toString()],
    ['--username', username],
    // Whoever runs it again has to put the passwords in.
    ...account.map((one): [string, string] => ['--account', `${one.username}:...`]),
  ];
  const given = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
  return target === undefined ? given : [target, ...given];
}

type AppChoice = Pick<RunOptions, 'app' | 'targetFile'>;

/** Who plays the phone, as it is said or follows from what is said; `undefined` where the addresses decide. */
export function appOf({ app, targetFile: file }: AppChoice): AppPlayer | undefined {
  return app ?? file?.app ?? (file?.web && !file.adapter ? 'authenticator' : undefined);
}
