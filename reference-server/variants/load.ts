import { readdir } from 'node:fs/promises';
import type { Variant } from './variant.ts';

const NO_VARIANTS = /^(load|variant|.*\.test|.*\.d)\.(ts|js)$/;

/** Every lawful variant of this folder, by name. */
export async function loadVariants(): Promise<Variant[]> {
  const files = (await readdir(import.meta.dirname)).filter(
    (name) => /\.(ts|js)$/.test(name) && !NO_VARIANTS.test(name),
  );
  const variants = await Promise.all(
    files.sort().map(async (name) => ((await import(`./${name}`)) as { variant?: Variant }).variant),
  );
  return variants.filter((variant) => variant !== undefined);
}
