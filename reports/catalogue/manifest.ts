import { readFile } from 'node:fs/promises';
import type { Manifest } from '../verdict/input.ts';

/** Loads what every requirement owes from the folder of the catalogue (the URL ends with a slash). */
export async function loadManifest(directory: URL): Promise<Manifest> {
  return JSON.parse(await readFile(new URL('manifest.json', directory), 'utf8')) as Manifest;
}
