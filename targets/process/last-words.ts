import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Enough for a stack trace and what led to it. */
const MOST_LINES = 50;
/** Of one line. */
const MOST_CHARACTERS = 500;
/** What is named so is not for the readers of a report. */
const NAMED_SECRET = /pass|secret|token|key|credential/i;
/** A shorter text stands in others by chance. */
const SHORTEST_SECRET = 4;

/** Takes the values of environment variables out of a text, whose names say that they are secret. */
export function withoutSecrets(text: string, env: Readonly<Record<string, string>>): string {
  const secrets = Object.entries(env).filter(
    ([name, value]) => NAMED_SECRET.test(name) && value.length >= SHORTEST_SECRET,
  );
  return secrets.reduce((safe, [name, value]) => safe.replaceAll(value, `[${name}]`), text);
}

/** The last lines that a program wrote, on either of its outputs, for whoever wants to know why it ended. */
export class LastWords {
  readonly #lines: string[] = [];
  readonly #env: Readonly<Record<string, string>>;

  /** @param env what it was given on top of our own environment */
  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  /** Keeps what comes, and passes each line on as it is. */
  hear(output: Readable, pass: (line: string) => void = () => {}): void {
    createInterface({ input: output }).on('line', (line) => {
      this.#lines.push(line.slice(0, MOST_CHARACTERS));
      if (this.#lines.length > MOST_LINES) this.#lines.shift();
      pass(line);
    });
  }

  say(pattern: RegExp): boolean {
    return this.#lines.some((line) => pattern.test(line));
  }

  /** Below a sentence of ours. */
  toString(): string {
    if (this.#lines.length === 0) return '\n(it wrote nothing)';
    const lines = this.#lines.map((line) => `  | ${withoutSecrets(line, this.#env)}`);
    return `\nits last words:\n${lines.join('\n')}`;
  }
}
