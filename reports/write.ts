import { createHash } from 'node:crypto';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { badge } from './formatters/badge.ts';
import { ctrf } from './formatters/ctrf.ts';
import { earl } from './formatters/earl.ts';
import { html } from './formatters/html.ts';
import { json } from './formatters/json.ts';
import { junit } from './formatters/junit.ts';
import { messages } from './formatters/messages.ts';
import { type FileDigest, statement } from './formatters/statement.ts';
import { redact } from './redaction.ts';
import type { PictureFile } from './testimony/shape.ts';
import type { RunVerdict } from './verdict/shape.ts';

/** What the reports are made of besides the verdict. */
export interface ReportMaterial {
  /** As far as they came. */
  envelopes: readonly Envelope[];
  pictures: readonly PictureFile[];
  /** All that the run knows to be secret; none of it is written, whatever the steps let through. */
  secrets: readonly string[];
}

/** What every run leaves, besides its pictures. */
const FILES = {
  html: 'report.html',
  verdict: 'verdict.json',
  junit: 'junit.xml',
  messages: 'messages.ndjson',
  ctrf: 'ctrf.json',
  earl: 'earl.json',
  badge: 'badge.svg',
  statement: 'statement.html',
} as const;

/** Absolute paths of what was written. */
export interface WrittenReports extends Record<keyof typeof FILES, string> {
  /** Beside the run's folder, so that the newest is always at the same address; absent where that place is taken. */
  latest?: string;
}

/**
 * Writes every report of a run into `directory`, which is made when it is not there, and points `latest` beside it to
 * it: a symbolic link, or a text file with the folder's name where links are not allowed.
 */
export async function writeReports(
  directory: string,
  verdict: RunVerdict,
  material: ReportMaterial,
): Promise<WrittenReports> {
  const folder = resolve(directory);
  const safeVerdict = redact(verdict, material.secrets);
  const pictures = redactPictures(material.pictures, material.secrets);
  await mkdir(join(folder, 'pictures'), { recursive: true });
  // These come first: the statement names them by their bytes.
  const named: TextFile[] = [
    { file: FILES.verdict, text: json(safeVerdict) },
    { file: FILES.messages, text: messages(material.envelopes, material.secrets) },
  ];
  await writeTexts(folder, named);
  await writeTexts(folder, [
    { file: FILES.html, text: html(safeVerdict, pictures) },
    { file: FILES.junit, text: junit(safeVerdict) },
    { file: FILES.ctrf, text: ctrf(safeVerdict) },
    { file: FILES.earl, text: earl(safeVerdict) },
    { file: FILES.badge, text: badge(safeVerdict) },
    { file: FILES.statement, text: statement(safeVerdict, named.map(digestOf)) },
  ]);
  await Promise.all(pictures.map(({ path, base64 }) => writeFile(join(folder, path), base64, 'base64')));
  const latest = join(dirname(folder), 'latest');
  const paths = pathsIn(folder);
  return (await isPointed(latest, folder)) ? { ...paths, latest } : paths;
}

interface TextFile {
  file: string;
  text: string;
}

async function writeTexts(folder: string, files: readonly TextFile[]): Promise<void> {
  await Promise.all(files.map(({ file, text }) => writeFile(join(folder, file), text)));
}

function digestOf({ file, text }: TextFile): FileDigest {
  return { file, sha256: createHash('sha256').update(text).digest('hex') };
}

function pathsIn(folder: string): Record<keyof typeof FILES, string> {
  const paths = Object.entries(FILES).map(([name, file]) => [name, join(folder, file)]);
  return Object.fromEntries(paths);
}

/** A drawing is text, and text can hold a key. */
function redactPictures(pictures: readonly PictureFile[], secrets: readonly string[]): PictureFile[] {
  const isDrawing = ({ mediaType }: PictureFile) => mediaType === 'image/svg+xml';
  const drawings = pictures.filter(isDrawing);
  const texts = redact(
    drawings.map(({ base64 }) => Buffer.from(base64, 'base64').toString('utf8')),
    secrets,
  );
  const safe = new Map(drawings.map(({ path }, index) => [path, Buffer.from(texts[index] ?? '').toString('base64')]));
  return pictures.map((picture) => ({ ...picture, base64: safe.get(picture.path) ?? picture.base64 }));
}

/** Reports that were written stay good when the pointer cannot be: somebody's own folder may have its name. */
async function isPointed(latest: string, folder: string): Promise<boolean> {
  try {
    await rm(latest, { force: true });
    await symlink(basename(folder), latest, 'dir').catch(() => writeFile(latest, `${basename(folder)}\n`));
    return true;
  } catch {
    return false;
  }
}
