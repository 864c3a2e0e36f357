import { closest } from 'fastest-levenshtein';
import { Blocked, TargetGone, Unprovided } from '../../simulators/errors.ts';
import type { Answer } from './answer.ts';
import { CALL_NAMES, type CallName, ERRORS, type Params, PROTOCOL, type Result } from './calls.ts';
import { faultIn } from './checks.ts';
import { Conversation } from './conversation.ts';
import type { ProgramOptions } from './program.ts';

/** An answer that takes longer is not waited for, where nothing else is said. */
const CALL_LIMIT_SECONDS = 30;
const HELLO_LIMIT_SECONDS = 10;

/** How to start an adapter, and what to tell it. */
export interface AdapterOptions extends ProgramOptions {
  /** How long an answer may take; 30 if left out. */
  timeoutSeconds?: number | undefined;
  /** How long the first one may; left out, as long as any other and at least 10. */
  helloSeconds?: number | undefined;
  target: Params<'hello'>['target'];
}

/**
 * Starts an adapter and greets it.
 * @throws {AdapterFault} when it is not there, or its first answer is none
 */
export async function startAdapter(options: AdapterOptions): Promise<Adapter> {
  const conversation = new Conversation(options);
  const { timeoutSeconds = CALL_LIMIT_SECONDS, helloSeconds = helloLimitOf(options), target } = options;
  const params = { protocol: PROTOCOL, target };
  const answer = await conversation.ask({ call: 'hello', params, limitMs: helloSeconds * 1000 });
  const hello = resultOf(conversation, 'hello', answer);
  const unknown = hello.calls.find((name) => !CALL_NAMES.includes(name as CallName));
  if (unknown !== undefined) {
    const wanted = 'calls of the protocol in the answer';
    const fix = `did you mean "${closest(unknown, CALL_NAMES)}"? docs/adapters.md lists them all`;
    throw conversation.end({ call: 'hello', wanted, got: `it names "${unknown}"`, fix });
  }
  return new Adapter(conversation, { hello, limitMs: timeoutSeconds * 1000 });
}

/** Who allows an adapter more for each answer allows it more for its start, too. */
function helloLimitOf({ timeoutSeconds = 0 }: AdapterOptions): number {
  return Math.max(HELLO_LIMIT_SECONDS, timeoutSeconds);
}

/** A program that plays the person on the web, the phone, or both. */
export class Adapter {
  readonly name: string;
  readonly phoneSees: 'pixels' | 'text';
  /** Whether the phone that it plays has the document's app; else it only shows codes. */
  readonly hasApp: boolean;
  readonly #conversation: Conversation;
  readonly #calls: ReadonlySet<string>;
  readonly #actsAtOnce: boolean;
  readonly #limitMs: number;
  readonly #underWay = new Set<CallName>();
  #turn: Promise<unknown> = Promise.resolve();
  #names = 0;

  constructor(conversation: Conversation, { hello, limitMs }: { hello: Result<'hello'>; limitMs: number }) {
    this.#conversation = conversation;
    this.name = hello.name;
    this.phoneSees = hello.phoneSees ?? 'pixels';
    this.hasApp = hello.hasApp ?? true;
    this.#calls = new Set(hello.calls);
    this.#actsAtOnce = hello.actsAtOnce ?? false;
    this.#limitMs = limitMs;
  }

  /** Whether it plays this role at all. */
  plays(role: 'web' | 'phone'): boolean {
    return [...this.#calls].some((name) => name.startsWith(`${role}.`));
  }

  /** @throws {Unprovided} where it does not offer the call */
  insistOn(name: CallName): void {
    if (this.#calls.has(name)) return;
    throw new Unprovided(`adapter call ${name}`, 'let the adapter answer it, and name it among the calls of its hello');
  }

  /** A name for a window or a phone that it has not heard before. */
  newName(kind: 'window' | 'phone'): string {
    this.#names += 1;
    return `${kind}-${this.#names}`;
  }

  /**
   * One call and its answer.
   * @throws {Unprovided} where it does not offer the call; {@link Blocked} and {@link TargetGone} as the adapter says
   * @throws {AdapterFault} when it babbles, lies, hangs or dies
   */
  async call<Name extends CallName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
    this.#refuse(name);
    const fault = faultIn(name, 'params', params);
    if (fault !== undefined) throw new Error(`wanted to ask an adapter ${name}, but ${fault}`);
    this.#conversation.confidence.keep(`${name}.params`, params);
    this.#underWay.add(name);
    try {
      return resultOf(this.#conversation, name, await this.#inTurn({ call: name, params, limitMs: this.#limitMs }));
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** The same where it is no matter whether the adapter offers it or is still there, such as good-byes. */
  async callIfPossible<Name extends CallName>(name: Name, params: Params<Name>): Promise<void> {
    if (this.#calls.has(name) && !this.#conversation.isOver) await this.call(name, params);
  }

  /** A text for a report, without what was told in confidence. */
  withoutSecrets(text: string): string {
    return this.#conversation.confidence.cover(text);
  }

  /** Ends it with all that it has started. */
  close(): Promise<void> {
    return this.#conversation.close();
  }

  #refuse(name: CallName): void {
    if (!this.#calls.has(name)) {
      throw new Unprovided(
        `adapter call ${name}`,
        'let the adapter answer it, and name it among the calls of its hello',
      );
    }
    // One after the other would be no test of what comes of both at once.
    if (RACES.includes(name) && this.#underWay.has(name) && !this.#actsAtOnce) {
      throw new Unprovided('acts at the same moment', 'let the adapter say actsAtOnce in its hello, if it is true');
    }
  }

  #inTurn(question: Parameters<Conversation['ask']>[0]): Promise<Answer> {
    if (this.#actsAtOnce) return this.#conversation.ask(question);
    const answer = this.#turn.then(() => this.#conversation.ask(question));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }
}

/** What people do at the same moment on purpose. */
const RACES: readonly CallName[] = ['web.submit', 'web.signIn', 'phone.signIn', 'phone.sendCode', 'phone.tap'];

function resultOf<Name extends CallName>(conversation: Conversation, name: Name, answer: Answer): Result<Name> {
  const { error, result } = answer;
  if (error) throw failureOf(conversation, name, error);
  conversation.confidence.keep(`${name}.result`, result);
  const fault = faultIn(name, 'result', result);
  if (fault === undefined) return result as Result<Name>;
  const fix = `see ${name}.result in targets/adapter/adapter.schema.json`;
  throw conversation.end({ call: name, wanted: 'a result that fits the schema', got: fault, fix });
}

function failureOf(conversation: Conversation, name: CallName, { code, message }: NonNullable<Answer['error']>): Error {
  const said = conversation.confidence.cover(message);
  if (code === ERRORS.notOffered.code) return new Blocked(`wanted ${name} from the adapter, it says: ${said}`);
  if (code === ERRORS.nobodyAnswers.code) return new TargetGone(`asked ${name}, the adapter says: ${said}`);
  if (code === ERRORS.cannot.code) return new Unprovided(`adapter call ${name}`, said);
  const fix = `where the page or the screen offers no such thing the code is ${ERRORS.notOffered.code}`;
  return conversation.faultOf({ call: name, wanted: 'a result', got: `it failed with the code ${code}: ${said}`, fix });
}
