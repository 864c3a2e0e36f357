import { readdir } from 'node:fs/promises';
import type { ServerFault } from './server-fault.ts';

const FAULT_FILE = /^f-\d{3}-.*\.(ts|js)$/;

/** Every defect of this folder, in the order of their numbers. */
export async function loadServerFaults(): Promise<ServerFault[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => FAULT_FILE.test(name)).sort();
  return Promise.all(files.map(async (name) => ((await import(`./${name}`)) as { fault: ServerFault }).fault));
}
