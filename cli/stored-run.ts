import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { RunVerdict } from '../reports/verdict/shape.ts';
import verdictSchema from '../reports/verdict.schema.json' with { type: 'json' };
import { UsageError } from './usage-error.ts';

/** A run of which the reports are there. */
export interface StoredRun {
  folder: string;
  /** The folder, as it may be typed again. */
  name: string;
  verdict: RunVerdict;
}

const RUNS = 'reports/out';
const WANTED = `wanted the folder of a run such as ${RUNS}/latest, or its verdict.json`;

/** Formats are for other programs; here a verdict only has to have the fields that are read. */
const isVerdict = new Ajv2020({ strict: false, validateFormats: false }).compile<RunVerdict>(verdictSchema);

/**
 * Opens a run by its folder, by its verdict.json, by its name in reports/out, or as `latest`.
 * @throws {UsageError} when it is none, cannot be read, or was written by another version that has other fields
 */
export async function openRun(asked: string): Promise<StoredRun> {
  const folder = await realpath(await folderOf(asked));
  const file = join(folder, 'verdict.json');
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${WANTED}, got "${asked}": ${file} cannot be read (${cause.code})`, { cause });
  });
  return { folder, name: relative('.', folder) || '.', verdict: readVerdict(text, file) };
}

/** `latest` is a text file with a folder's name where links are not allowed. */
async function folderOf(asked: string): Promise<string> {
  for (const path of [asked, join(RUNS, asked)]) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) return path;
    if (found?.isFile()) return path.endsWith('.json') ? dirname(path) : join(dirname(path), await nameIn(path));
  }
  const fix = asked === 'latest' ? 'nothing was run here yet; paircheck run makes one' : 'there is no such folder';
  throw new UsageError(`${WANTED}, got "${asked}": ${fix}`);
}

async function nameIn(path: string): Promise<string> {
  const [name = ''] = (await readFile(path, 'utf8')).split('\n');
  return name.trim();
}

function readVerdict(text: string, file: string): RunVerdict {
  const verdict = parse(text, file);
  const { schemaVersion } = (verdict ?? {}) as { schemaVersion?: unknown };
  if (schemaVersion !== 1) {
    const got = schemaVersion === undefined ? 'none' : JSON.stringify(schemaVersion);
    const fix = 'run it again, or read it with the paircheck that wrote it';
    throw new UsageError(`${file}: schemaVersion: wanted 1, got ${got}; ${fix}`);
  }
  if (isVerdict(verdict)) return verdict;
  const [error] = isVerdict.errors ?? [];
  throw new UsageError(`${file}: wanted a verdict as paircheck writes it: ${faultOf(error)}; run it again`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${file}: wanted JSON, got ${fault}; it may have been cut off: run it again`, { cause });
  }
}

function faultOf(error: ErrorObject | undefined): string {
  const path = error?.instancePath.slice(1).split('/') ?? [];
  const { missingProperty }: { missingProperty?: string } = error?.params ?? {};
  if (missingProperty !== undefined) return `${[...path, missingProperty].filter(Boolean).join('.')} is missing`;
  return `${path.join('.') || 'it'} ${error?.message ?? 'has another shape'}`;
}
