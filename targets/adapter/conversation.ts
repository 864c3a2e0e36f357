import { AdapterFault, type Fault } from './adapter-fault.ts';
import { type Answer, readAnswer } from './answer.ts';
import { Program, type ProgramOptions } from './program.ts';
import { Confidence } from './secrets.ts';

/** Lines that nobody asked for: notifications and empty ones. */
const MOST_UNASKED = 10_000;

/** One question under way. */
interface Waiting {
  call: string;
  resolve(answer: Answer): void;
  reject(fault: AdapterFault): void;
}

/** What is asked, and how long the answer may take. */
export interface Question {
  call: string;
  params: object;
  limitMs: number;
}

/**
 * JSON-RPC 2.0 over a program's standard input and output, one message a line. Whatever is not as it should be ends
 * it: after that no answer could be trusted to belong to its question.
 */
export class Conversation {
  readonly confidence: Confidence;
  readonly #program: Program;
  readonly #name: string;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #unasked = 0;
  #lineNumber = 0;
  #fault: AdapterFault | undefined;
  #ended: Promise<void> | undefined;

  constructor(options: ProgramOptions) {
    this.confidence = new Confidence(options.environment);
    this.#name = this.confidence.cover(options.command.join(' '));
    this.#program = new Program(options, {
      line: (line) => this.#hear(line),
      flood: (beginning) => this.#fail(this.#floodOf(`a line over 16 MB, which begins ${this.#quoted(beginning)}`)),
      over: (how) => this.#fail({ wanted: 'an answer', got: how, fix: this.#fixFor(how) }),
    });
  }

  /** Whether it has been ended, by us or by a fault. */
  get isOver(): boolean {
    return this.#ended !== undefined;
  }

  /** @throws {AdapterFault} */
  async ask({ call, params, limitMs }: Question): Promise<Answer> {
    if (this.#fault) throw this.#fault;
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, { call, resolve, reject });
    const limit = setTimeout(() => this.#hang(call, limitMs), limitMs);
    this.#program.say(JSON.stringify({ jsonrpc: '2.0', id, method: call, params }));
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
    }
  }

  /** The fault that one answer tells of, with what the program said beside it; the conversation can go on. */
  faultOf(told: Omit<Fault, 'stderr'>): AdapterFault {
    return new AdapterFault(this.#name, {
      ...told,
      stderr: this.#program.stderr.map((line) => this.confidence.cover(line)),
    });
  }

  /** Ends it because of such a fault. */
  end(told: Omit<Fault, 'stderr'>): AdapterFault {
    return this.#fail(told);
  }

  /** Ends the program with all that it has started. */
  close(): Promise<void> {
    this.#ended ??= this.#program.end();
    return this.#ended;
  }

  #hear(line: string): void {
    this.#lineNumber += 1;
    const said = readAnswer(line, this.#waiting);
    if ('unasked' in said) {
      this.#unasked += 1;
      if (this.#unasked > MOST_UNASKED) this.#fail(this.#floodOf(`${MOST_UNASKED} lines that nobody asked for`));
      return;
    }
    if ('fault' in said) {
      const got = `line ${this.#lineNumber} of its standard output ${said.fault}: ${this.#quoted(line)}`;
      this.#fail({ wanted: said.wanted, got, fix: said.fix });
      return;
    }
    this.#waiting.get(said.id)?.resolve(said);
    this.#waiting.delete(said.id);
  }

  #fixFor(how: string): string {
    const isMissing = how.includes('ENOENT');
    return isMissing ? 'install it, or give its full path in adapter.command' : 'see why on its standard error';
  }

  #hang(call: string, limitMs: number): void {
    const fix = 'see what it waits for, or allow more with timeoutSeconds';
    this.#fail({ call, wanted: `an answer within ${limitMs / 1000} s`, got: 'none came', fix });
  }

  #floodOf(got: string): Omit<Fault, 'call' | 'stderr'> {
    return { wanted: 'one line for each question', got: `it wrote ${got}`, fix: 'write logs to standard error' };
  }

  #fail({ call, ...told }: Omit<Fault, 'call' | 'stderr'> & { call?: string }): AdapterFault {
    const asked = call ?? [...this.#waiting.values()][0]?.call ?? 'nothing';
    this.#fault ??= this.faultOf({ ...told, call: asked });
    for (const { reject } of this.#waiting.values()) reject(this.#fault);
    this.#waiting.clear();
    this.#ended ??= this.#program.end({ inHaste: true });
    return this.#fault;
  }

  #quoted(line: string): string {
    return `"${this.confidence.cover(line)}"`;
  }
}
