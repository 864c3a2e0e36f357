import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhoneFault } from './phone-fault.ts';

const FAULT_FILE = /^f-\d{3}a?-.*\.(ts|js)$/;

/** Every defect of this folder, in the order of their numbers. */
export async function loadPhoneFaults(): Promise<PhoneFault[]> {
  const files = await faultFiles();
  return Promise.all(files.map(async (name) => ((await import(`./${name}`)) as { fault: PhoneFault }).fault));
}

/**
 * The module of the defect with this id, whose export `fault` it is.
 * @throws Error when there is none
 */
export async function phoneFaultFile({ id }: Pick<PhoneFault, 'id'>): Promise<string> {
  const found = (await faultFiles()).find((name) => name.startsWith(`${id.toLowerCase()}-`));
  if (found === undefined) throw new Error(`wanted the module of a known defect of the phone, "${id}" has none`);
  return join(import.meta.dirname, found);
}

async function faultFiles(): Promise<string[]> {
  return (await readdir(import.meta.dirname)).filter((name) => FAULT_FILE.test(name)).sort();
}

/**
 * The defect of a phone that has this id.
 * @throws Error when there is none
 */
export async function findPhoneFault(id: string): Promise<PhoneFault> {
  const found = (await loadPhoneFaults()).find((fault) => fault.id === id);
  if (!found) throw new Error(`wanted a known defect of the phone, "${id}" is none`);
  return found;
}
