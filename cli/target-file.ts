import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { CatalogueFileError, didYouMean } from '../reports/catalogue/errors.ts';
import { type CatalogueFile, readCatalogueFile } from '../reports/catalogue/file.ts';
import type { Catalogue } from '../reports/catalogue/types.ts';
import type { Listed } from '../reports/verdict/input.ts';
import type { Credentials } from '../simulators/phone/phone.ts';
import type { WrittenLabels } from '../simulators/web-user/labels.ts';
import { expandEnvironment, UnsetVariable } from '../targets/expand-environment.ts';
import type { TargetStart } from '../targets/process/start-target.ts';
import { checkRequests } from '../targets/requests/check-requests.ts';
import type { Requests } from '../targets/requests/described.ts';
import type { Screens } from '../targets/screens/screens.ts';
import targetSchema from '../targets/target.schema.json' with { type: 'json' };
import { ADDRESSES, type AppPlayer, type Declarations, type TargetAddresses } from '../targets/target.ts';
import { isAddress } from './is-address.ts';
import { type DeclaresInFile, declarationsOf } from './target-declarations.ts';
import { UsageError } from './usage-error.ts';

/** A program that is called or kept running, as it is written. */
export interface WrittenProgram {
  command: string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** A target file as it is written. @see targets/target.schema.json */
interface Written extends Partial<TargetAddresses> {
  name: string;
  app?: AppPlayer;
  web?: { requests?: Requests; screens?: Screens };
  adapter?: WrittenProgram & { timeoutSeconds?: number };
  accounts?: Credentials[] | WrittenProgram;
  start?: TargetStart;
  clock?: 'faketime' | 'real';
  patienceSeconds?: number;
  declares?: DeclaresInFile | null;
  labels?: WrittenLabels;
  protectedTexts?: string[];
  knownFailures?: Listed[];
  absent?: Listed[];
}

/** What a target file says of an implementation. */
export interface TargetFile extends Omit<Written, 'declares'> {
  /** Where it lies, from which its own paths begin. */
  folder: string;
  /** The rest is as for whoever declares nothing. */
  declares: Partial<Declarations>;
  knownFailures: Listed[];
  absent: Listed[];
}

type Refusing = CatalogueFile<Written>;

const LISTS = ['knownFailures', 'absent'] as const;

const isTargetFile: ValidateFunction<Written> = new Ajv({ verbose: true, allowUnionTypes: true }).compile(targetSchema);

interface Sources {
  catalogue: Catalogue;
  env: NodeJS.ProcessEnv;
}

/**
 * Reads a target file, which is YAML.
 * @throws {UsageError} when it cannot be read or says what cannot be: with file, line and the likely fix
 */
export async function readTargetFile(path: string, sources: Sources): Promise<TargetFile> {
  try {
    return await read(resolve(path), sources);
  } catch (error) {
    if (error instanceof CatalogueFileError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function read(path: string, { catalogue: { requirements }, env }: Sources): Promise<TargetFile> {
  const file = await readCatalogueFile(pathToFileURL(path), isTargetFile, (written, refuse) =>
    withEnvironment(written, env, refuse),
  );
  const { declares, knownFailures = [], absent = [], ...others } = file.data;
  refuseAddresses(file);
  refuseUnreachable(file);
  refuseUnknown(
    file,
    requirements.map(({ id }) => id),
  );
  refuseRepeated(file);
  if (others.web?.requests)
    checkRequests(others.web.requests, (way, complaint) => file.refuse(['web', 'requests', ...way], complaint));
  const declared = declarationsOf(declares ?? {}, (field, complaint) => file.refuse(['declares', field], complaint));
  return { ...others, folder: resolve(path, '..'), declares: declared, knownFailures, absent };
}

function withEnvironment(written: unknown, env: NodeJS.ProcessEnv, refuse: Refusing['refuse']): unknown {
  try {
    return expandEnvironment(written, env);
  } catch (error) {
    throw error instanceof UnsetVariable ? refuse(error.path, error.complaint) : error;
  }
}

function refuseAddresses({ data, refuse }: Refusing): void {
  for (const field of ADDRESSES) {
    const url = data[field];
    if (url === undefined || isAddress(url)) continue;
    throw refuse([field], { wanted: 'an address such as http://127.0.0.1:8080', got: JSON.stringify(url) });
  }
}

/** What needs another part of the file to mean anything. */
function refuseUnreachable({ data: { portalUrl, appUrl, app, start, clock }, refuse }: Refusing): void {
  if (portalUrl === undefined && start === undefined) {
    throw refuse(['portalUrl'], {
      wanted: 'a value',
      got: 'none',
      fix: 'add "portalUrl:", or "start:" with what prints it',
    });
  }
  if (clock === 'faketime' && start === undefined) {
    const fix = 'add "start:", for only what is started can be given another clock';
    throw refuse(['clock'], { wanted: 'faketime with what is to be started', got: 'no "start:"', fix });
  }
  if (app === 'browser' && appUrl === undefined && start === undefined) {
    throw refuse(['app'], { wanted: 'browser with the address of the app', got: 'no "appUrl:"', fix: 'add "appUrl:"' });
  }
}

function refuseUnknown({ data, refuse }: Refusing, known: string[]): void {
  for (const list of LISTS) {
    const index = data[list]?.findIndex(({ id }) => !known.includes(id)) ?? -1;
    const id = data[list]?.[index]?.id;
    if (id === undefined) continue;
    const complaint = { wanted: 'the id of a requirement', got: `"${id}"`, ...didYouMean(id, known) };
    throw refuse([list, index, 'id'], complaint);
  }
}

/** Twice in one list, one reason would be lost; in both, what is absent cannot fail. */
function refuseRepeated({ data, refuse }: Refusing): void {
  const rows = LISTS.flatMap((list) => (data[list] ?? []).map(({ id }, index) => ({ id, list, index })));
  const seen = new Map<string, string>();
  for (const { id, list, index } of rows) {
    const before = seen.get(id);
    const complaint = { wanted: 'each requirement once', got: `"${id}", which stands in ${before} already` };
    if (before !== undefined) throw refuse([list, index, 'id'], { ...complaint, fix: 'take one of them off' });
    seen.set(id, list);
  }
}
