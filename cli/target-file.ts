import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { CatalogueFileError, didYouMean } from '../reports/catalogue/errors.ts';
import { type CatalogueFile, readCatalogueFile } from '../reports/catalogue/file.ts';
import type { Catalogue } from '../reports/catalogue/types.ts';
import type { Listed } from '../reports/verdict/input.ts';
import type { WrittenLabels } from '../simulators/web-user/labels.ts';
import targetSchema from '../targets/target.schema.json' with { type: 'json' };
import { ADDRESSES, type Declarations, type GivenAccount, type TargetAddresses } from '../targets/target.ts';
import { isAddress } from './is-address.ts';
import { type DeclaresInFile, declarationsOf } from './target-declarations.ts';
import { UsageError } from './usage-error.ts';

/** What a target file says of an implementation. */
export interface TargetFile extends TargetAddresses {
  name: string;
  /** The rest is as for whoever declares nothing. */
  declares: Partial<Declarations>;
  labels?: WrittenLabels;
  accounts?: GivenAccount[];
  protectedTexts?: string[];
  knownFailures: Listed[];
  absent: Listed[];
}

/** A target file as it is written. @see targets/target.schema.json */
interface Written extends TargetAddresses {
  name: string;
  declares?: DeclaresInFile | null;
  labels?: WrittenLabels;
  accounts?: GivenAccount[];
  protectedTexts?: string[];
  knownFailures?: Listed[];
  absent?: Listed[];
}

type Refusing = CatalogueFile<Written>;

const LISTS = ['knownFailures', 'absent'] as const;

const isTargetFile: ValidateFunction<Written> = new Ajv({ verbose: true, allowUnionTypes: true }).compile(targetSchema);

/**
 * Reads a target file, which is YAML.
 * @throws {UsageError} when it cannot be read or says what cannot be: with file, line and the likely fix
 */
export async function readTargetFile(path: string, catalogue: Catalogue): Promise<TargetFile> {
  try {
    return await read(path, catalogue);
  } catch (error) {
    if (error instanceof CatalogueFileError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function read(path: string, { requirements }: Catalogue): Promise<TargetFile> {
  const file = await readCatalogueFile(pathToFileURL(resolve(path)), isTargetFile);
  const { declares, knownFailures = [], absent = [], ...others } = file.data;
  refuseAddresses(file);
  refuseUnknown(
    file,
    requirements.map(({ id }) => id),
  );
  refuseRepeated(file);
  const declared = declarationsOf(declares ?? {}, (field, complaint) => file.refuse(['declares', field], complaint));
  return { ...others, declares: declared, knownFailures, absent };
}

function refuseAddresses({ data, refuse }: Refusing): void {
  for (const field of ADDRESSES) {
    const url = data[field];
    if (url === undefined || isAddress(url)) continue;
    throw refuse([field], { wanted: 'an address such as http://127.0.0.1:8080', got: JSON.stringify(url) });
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
