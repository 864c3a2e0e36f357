import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadVariants } from '../reference-server/variants/load.ts';
import type { Variant } from '../reference-server/variants/variant.ts';
import type { Catalogue } from '../reports/catalogue/types.ts';
import { projectFolder } from './surroundings.ts';
import { readTargetFile, type TargetFile } from './target-file.ts';
import { UsageError } from './usage-error.ts';

const FOLDER = new URL('targets/variants/', projectFolder);

/** A lawful variant of the reference, with what its target file says of it. */
export interface DeclaredVariant {
  variant: Variant;
  file: TargetFile;
}

/**
 * The lawful variant of this name.
 * @throws {UsageError} when there is none
 */
export async function findVariant(id: string): Promise<Variant> {
  const variants = await loadVariants();
  const found = variants.find((variant) => variant.id === id);
  if (found) return found;
  throw new UsageError(`wanted a lawful variant (${variants.map((variant) => variant.id).join(', ')}), got "${id}"`);
}

/** Every lawful variant with its target file: what no file declares is not lawful, and what nobody serves is no target. */
export async function loadDeclaredVariants(catalogue: Catalogue): Promise<DeclaredVariant[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
  const served = (await loadVariants()).map(({ id }) => id);
  const alone = [...names.filter((id) => !served.includes(id)), ...served.filter((id) => !names.includes(id))];
  if (alone.length > 0)
    throw new Error(`wanted a variant and a target file of each name, got one alone: ${alone.join(', ')}`);
  return Promise.all(
    names.sort().map(async (id) => ({
      variant: await findVariant(id),
      file: await readTargetFile(fileURLToPath(new URL(`${id}.yaml`, FOLDER)), { catalogue, env: {} }),
    })),
  );
}
