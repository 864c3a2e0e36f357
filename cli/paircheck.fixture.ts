import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { RunVerdict } from '../reports/verdict/shape.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** What a command line came to. */
export interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A command line that runs, as somebody would have typed it. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Starts the real command line in a process of its own. */
export function startPaircheck(...args: string[]): Running {
  return start(args, process.env);
}

/** The same in another environment than this process has. */
export function paircheckIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
  return start(args, env).ended;
}

/** As a script of npm does it: in a shell, which a signal ends without the rest. */
export function startPaircheckByNpm(...args: string[]): Running {
  const script = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ');
  return spawned('sh', ['-c', `${script}; true`], { ...process.env, npm_lifecycle_event: 'paircheck' });
}

function start(args: string[], env: NodeJS.ProcessEnv): Running {
  return spawned(process.execPath, [MAIN, ...args], env);
}

function spawned(file: string, args: string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const outputs = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const ended = outputs.then(([stdout, stderr]) => ({ exitCode: child.exitCode, stdout, stderr }));
  return { child, ended };
}

export function paircheck(...args: string[]): Promise<Ended> {
  return startPaircheck(...args).ended;
}

/** Waits until a command line has said this as it went on. */
export function lineOf({ stderr }: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    createInterface({ input: stderr as NodeJS.ReadableStream })
      .on('line', (line) => pattern.test(line) && resolve())
      .on('close', () => reject(new Error(`wanted a line like ${pattern.source}, it ended without one`)));
  });
}

/** A folder for the reports of one test. */
export function reportFolder(): Promise<string> {
  return temporaryFolder();
}

/** The verdict of the run that wrote into this folder last. */
export async function verdictIn(folder: string): Promise<RunVerdict> {
  return JSON.parse(await readFile(join(folder, 'latest', 'verdict.json'), 'utf8'));
}

/** The ids that have this status. */
export function idsWith(verdict: RunVerdict, status: string): string[] {
  return verdict.requirements.filter((requirement) => requirement.status === status).map(({ id }) => id);
}

/** Every file a run has written, by path. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(join(folder, 'latest'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const));
  return new Map(contents);
}
