import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { LastWords } from './last-words.ts';

/** What of the machine it takes to start and end programs; in the command line, `process` has it all. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  /** To a process, or by its negative number to a whole group. @throws where there is none such */
  kill(pid: number, signal: NodeJS.Signals | 0): unknown;
}

/** A program, and what it is given. */
interface GroupOptions {
  /** As for a shell, or the program and its arguments. */
  command: string | readonly string[];
  cwd: string;
  /** All that it is given. */
  env: Readonly<Record<string, string | undefined>>;
  /** What of it is not everybody's, and maybe secret. */
  ownEnv: Readonly<Record<string, string>>;
}

const GRACE_MS = 5000;
const PACE_MS = 50;
/** Its outputs may be held open by what it started, so nobody waits for their end for ever. */
const LAST_WORDS_MS = 500;

/** A program in a process group of its own, which ends with all that it has started. */
export class ProcessGroup {
  readonly words: LastWords;
  /** When it has ended, or could not begin; by then its last words have been read. */
  readonly over: Promise<void>;
  readonly #child: ChildProcess;
  readonly #machine: Machine;
  readonly #listeners: ((line: string) => void)[] = [];
  #fault: NodeJS.ErrnoException | undefined;

  constructor({ command, cwd, env, ownEnv }: GroupOptions, machine: Machine) {
    this.#machine = machine;
    this.words = new LastWords(ownEnv);
    const [file = '', ...args] = typeof command === 'string' ? [command] : command;
    // A program that reads its input until the end thus ends with us, even when we are killed.
    const options = { cwd, env, shell: typeof command === 'string', detached: true, stdio: 'pipe' } as const;
    this.#child = spawn(file, args, options);
    this.#child.stdin?.on('error', () => {});
    if (this.#child.stdout) this.words.hear(this.#child.stdout, (line) => this.#pass(line));
    if (this.#child.stderr) this.words.hear(this.#child.stderr);
    this.over = this.#untilOver();
  }

  /** The error that kept it from beginning. */
  get fault(): NodeJS.ErrnoException | undefined {
    return this.#fault;
  }

  /** A number, or the signal that ended it; `undefined` while it runs. */
  get exit(): number | NodeJS.Signals | undefined {
    return this.#child.exitCode ?? this.#child.signalCode ?? undefined;
  }

  /** Hears every line of standard output from now on. */
  onLine(hear: (line: string) => void): void {
    this.#listeners.push(hear);
  }

  /** Asks all of them to end, by the end of their input too, and ends those that do not. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    if (this.#signal('SIGTERM') && !(await this.#isGoneInTime())) this.#signal('SIGKILL');
    await this.over;
    for (const stream of this.#child.stdio) stream?.destroy();
  }

  /** At once. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  #pass(line: string): void {
    for (const hear of this.#listeners) hear(line);
  }

  async #untilOver(): Promise<void> {
    const closed = once(this.#child, 'close');
    await once(this.#child, 'exit').catch((error: NodeJS.ErrnoException) => {
      this.#fault = error;
    });
    closed.catch(() => {});
    await Promise.race([closed, delay(LAST_WORDS_MS, undefined, { ref: false })]).catch(() => {});
  }

  async #isGoneInTime(): Promise<boolean> {
    for (let waitedMs = 0; waitedMs < GRACE_MS; waitedMs += PACE_MS) {
      if (!this.#signal(0)) return true;
      await delay(PACE_MS);
    }
    return false;
  }

  /** Whether there was anybody to send it to. */
  #signal(signal: NodeJS.Signals | 0): boolean {
    if (this.#child.pid === undefined) return false;
    try {
      this.#machine.kill(-this.#child.pid, signal);
      return true;
    } catch {
      return false;
    }
  }
}
