import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CatalogueFile } from '../reports/catalogue/file.ts';
import type { WrittenTarget } from './written-target.ts';

/**
 * Refuses folders that are none: what is started there would be told to be no program.
 * @param folder that of the target file
 * @throws what `refuse` makes
 */
export async function refuseFolders({ data, refuse }: CatalogueFile<WrittenTarget>, folder: string): Promise<void> {
  for (const field of ['start', 'accounts', 'adapter'] as const) {
    const { cwd = '.' } = (data[field] ?? {}) as { cwd?: string };
    const path = resolve(folder, cwd);
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) continue;
    throw refuse([field, 'cwd'], { wanted: 'a folder', got: path, fix: 'it counts from that of the target file' });
  }
}
