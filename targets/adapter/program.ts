import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { Lines } from './lines.ts';

const KEPT_LINES = 50;
/** A line of standard error; a longer one is cut, for the last ones are kept throughout the run. */
const MOST_CHARACTERS = 500;
/** How long a program may take to end by itself, and then again to end when it is told to. */
const GRACE_MS = 2000;
/** Between the end of a program and the last that is read of it. */
const LAST_WORDS_MS = 500;

/** How to start a program. */
export interface ProgramOptions {
  /** The program and its arguments. */
  command: readonly string[];
  /** Where it is started; left out, where we are. */
  cwd?: string | undefined;
  /** All of its environment variables; left out, ours. */
  environment?: Record<string, string | undefined> | undefined;
}

/** Who hears a program. */
interface Listener {
  line(line: string): void;
  /** A line that does not end. */
  flood(beginning: string): void;
  /** @param how in words, such as "it ended with exit code 1" */
  over(how: string): void;
}

const NOTHING: ReturnType<Lines['add']> = { whole: [] };

/** A program in a process group of its own, spoken to line by line. */
export class Program {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #stderr: string[] = [];
  #isSilenced = false;

  constructor({ command, cwd, environment }: ProgramOptions, listener: Listener) {
    const [file = '', ...args] = command;
    this.#child = spawn(file, args, { cwd, env: environment, stdio: 'pipe', detached: platform() !== 'win32' });
    this.#exited = once(this.#child, 'exit').catch((error: Error) => error);
    this.#hear(listener);
    this.#hearErrors();
    // That it ended is told elsewhere.
    this.#child.stdin?.on('error', () => undefined);
  }

  /** The last lines of its standard error, as they are. */
  get stderr(): readonly string[] {
    return this.#stderr;
  }

  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Ends it with all that it has started: by the end of its input, else by signals. */
  async end({ inHaste = false } = {}): Promise<void> {
    this.#isSilenced = true;
    this.#child.stdin?.end();
    if (!inHaste && !(await this.#exitsWithin(GRACE_MS))) {
      await this.#signal('TERM');
      await this.#exitsWithin(GRACE_MS);
    }
    await this.#signal('KILL');
    await this.#exited;
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream?.destroy();
  }

  #hear(listener: Listener): void {
    const lines = new Lines();
    this.#child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      const { whole, endless } = this.#isSilenced ? NOTHING : lines.add(piece);
      // What a line says may end it all.
      for (const line of whole) this.#pass(line, listener);
      if (endless !== undefined) listener.flood(endless);
    });
    const closed = once(this.#child.stdout ?? this.#child, 'end');
    void this.#lastWords(closed).then(() => {
      if (lines.rest !== '') this.#pass(lines.rest, listener);
      if (!this.#isSilenced) void this.#howItEnded().then((how) => listener.over(how));
    });
  }

  #pass(line: string, listener: Listener): void {
    if (!this.#isSilenced) listener.line(line);
  }

  /** Both its end and that of its output, which what it has started may hold open; or one of them for long enough. */
  async #lastWords(closed: Promise<unknown>): Promise<void> {
    await Promise.race([closed, this.#exited]);
    await within(LAST_WORDS_MS, Promise.all([closed, this.#exited]));
  }

  async #howItEnded(): Promise<string> {
    const { exitCode, signalCode } = this.#child;
    if (this.#child.pid === undefined) return `it could not be started: ${((await this.#exited) as Error).message}`;
    if (signalCode !== null) return `it was ended by ${signalCode}`;
    return exitCode === null ? 'it closed its standard output' : `it ended with exit code ${exitCode}`;
  }

  #hearErrors(): void {
    const lines = new Lines();
    this.#child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      const { whole, endless } = lines.add(piece);
      for (const line of endless === undefined ? whole : [endless]) this.#stderr.push(line.slice(0, MOST_CHARACTERS));
      this.#stderr.splice(0, this.#stderr.length - KEPT_LINES);
    });
  }

  #exitsWithin(limitMs: number): Promise<boolean> {
    return within(limitMs, this.#exited);
  }

  /** To its whole group: what it has started may outlive it. */
  async #signal(signal: 'TERM' | 'KILL'): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) return;
    const [file, ...args] =
      platform() === 'win32'
        ? ['taskkill', '/pid', String(pid), '/t', '/f']
        : ['sh', '-c', 'kill -s "$1" -- "-$2"', 'sh', signal, String(pid)];
    const helper = spawn(file, args, { stdio: 'ignore' });
    await once(helper, 'close').catch(() => this.#child.kill(`SIG${signal}`));
  }
}

/** Whether something comes about before the time is over. */
async function within(limitMs: number, expected: Promise<unknown>): Promise<boolean> {
  const limit = AbortSignal.timeout(limitMs);
  const over = once(limit, 'abort').then(() => false);
  return Promise.race([expected.then(() => true), over]);
}
