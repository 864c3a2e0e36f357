import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { CatalogueFileError } from '../reports/catalogue/errors.ts';
import { type CatalogueFile, readCatalogueFile } from '../reports/catalogue/file.ts';
import type { Catalogue } from '../reports/catalogue/types.ts';
import type { Listed } from '../reports/verdict/input.ts';
import { expandEnvironment, UnsetVariable } from '../targets/expand-environment.ts';
import { checkRequests } from '../targets/requests/check-requests.ts';
import targetSchema from '../targets/target.schema.json' with { type: 'json' };
import type { Declarations } from '../targets/target.ts';
import { refuseContradictions } from './target-contradictions.ts';
import { declarationsOf } from './target-declarations.ts';
import { refuseFolders } from './target-folders.ts';
import { UsageError } from './usage-error.ts';
import type { WrittenTarget } from './written-target.ts';

/** What a target file says of an implementation. */
export interface TargetFile extends Omit<WrittenTarget, 'declares'> {
  /** Where it lies, from which its own paths begin. */
  folder: string;
  /** The rest is as for whoever declares nothing. */
  declares: Partial<Declarations>;
  knownFailures: Listed[];
  absent: Listed[];
}

type Refusing = CatalogueFile<WrittenTarget>;

const isTargetFile: ValidateFunction<WrittenTarget> = new Ajv({ verbose: true, allowUnionTypes: true }).compile(
  targetSchema,
);

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
  refuseContradictions(
    file,
    requirements.map(({ id }) => id),
  );
  await refuseFolders(file, resolve(path, '..'));
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
