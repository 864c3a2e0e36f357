import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { testimonyOf } from '../reports/testimony.ts';
import { writeReports } from '../reports/write.ts';
import type { StoredRun } from './stored-run.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes every report of a stored run once more. They are made aside first: what cannot be rendered leaves the old
 * reports as they are, and `latest` beside them is not moved to a run of long ago.
 * @throws {UsageError} when the messages cannot be read, or the folder cannot be written
 */
export async function renderAgain({ folder, verdict }: StoredRun, destination: string): Promise<void> {
  const envelopes = await readMessages(join(folder, 'messages.ndjson'));
  const aside = await mkdtemp(join(tmpdir(), 'paircheck-report-'));
  try {
    const made = join(aside, 'run');
    // Nothing secret is left in what a run has written, so there is nothing more to look for.
    await writeReports(made, verdict, { envelopes, pictures: testimonyOf(envelopes).pictures, secrets: [] });
    await cp(made, destination, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
      throw new UsageError(`wanted a folder for the reports, "${destination}" cannot be one: ${cause.code}`, { cause });
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function readMessages(file: string): Promise<Envelope[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`wanted the messages of a run beside its verdict, ${file} cannot be read (${cause.code})`, {
      cause,
    });
  });
  return text.split('\n').flatMap((line, index) => (line === '' ? [] : [parse(line, `${file}:${index + 1}`)]));
}

function parse(line: string, place: string): Envelope {
  try {
    return JSON.parse(line) as Envelope;
  } catch (cause) {
    throw new UsageError(`${place}: wanted one of Cucumber's messages as JSON, got a line that is none`, { cause });
  }
}
