import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface, type Interface } from 'node:readline';
import { Unprovided } from '../../simulators/errors.ts';
import type { Question, Tester } from '../../targets/person-phone/tester.ts';
import { PrivateServer, send } from '../private-server.ts';
import type { Surroundings } from '../surroundings.ts';
import { choicesIn, questionLines } from './words.ts';

/** A question that waits for its answer, and how many came before it. */
interface Waiting {
  number: number;
  question: Question;
  answer(given: readonly string[]): void;
  giveUp(why: string): void;
}

interface DeskOptions extends Pick<Surroundings, 'stdin' | 'stderr'> {
  /** How long one question may wait, in seconds. */
  patienceSeconds: number;
  /** Whose turn it is, such as "your turn, 6 of 30". */
  turn(): string;
}

const PAGE = new URL('desk.html', import.meta.url);
const CLOSED = 'there is nobody to ask: the input is closed';

/**
 * Where a tester is asked: on a page, which shows large what the phone is to look at, and in the terminal. The first
 * answer counts.
 */
export class Desk implements Tester {
  readonly #options: DeskOptions;
  readonly #lines: Interface;
  readonly #server = new PrivateServer((place, request, response) => {
    if (place === '') return this.#showPage(response);
    if (place === 'question') return this.#showQuestion(response);
    return place === 'answer' && request.method === 'POST' ? this.#take(request, response) : undefined;
  });
  #waiting: Waiting | undefined;
  #count = 0;
  #isClosed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#lines = createInterface({ input: options.stdin });
    this.#lines.on('line', (line) => this.#hear(line));
    this.#lines.on('close', () => this.#closeInput());
  }

  /** @returns the address of its page */
  open(): Promise<string> {
    return this.#server.open();
  }

  async ask(question: Question): Promise<readonly string[]> {
    this.#count += 1;
    const number = this.#count;
    const { patienceSeconds, stderr, turn } = this.#options;
    if (this.#isClosed) throw new Unprovided('an answer of the tester', CLOSED);
    stderr.write(questionLines(question, turn()));
    const limit = AbortSignal.timeout(patienceSeconds * 1000);
    try {
      return await new Promise((answer, reject) => {
        const giveUp = (why: string) => reject(new Unprovided('an answer of the tester', why));
        this.#waiting = { number, question, answer, giveUp };
        limit.addEventListener('abort', () => giveUp(`nobody answered within ${patienceSeconds} s`));
      });
    } finally {
      this.#waiting = undefined;
    }
  }

  async close(): Promise<void> {
    this.#lines.close();
    await this.#server.close();
  }

  #hear(line: string): void {
    if (!this.#waiting) return;
    const given = choicesIn(this.#waiting.question, line);
    if (given) this.#waiting.answer(given);
    else this.#options.stderr.write('wanted one of the numbers above\n');
  }

  #closeInput(): void {
    this.#isClosed = true;
    this.#waiting?.giveUp(CLOSED);
  }

  async #showPage(response: ServerResponse): Promise<void> {
    send(response, 'text/html; charset=utf-8', await readFile(PAGE));
  }

  async #showQuestion(response: ServerResponse): Promise<void> {
    send(response, 'application/json', this.#asJson());
  }

  #asJson(): string {
    if (!this.#waiting) return '{}';
    const { number, question } = this.#waiting;
    const { picture, ...others } = question;
    const drawn = picture && `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
    return JSON.stringify({ number, turn: this.#options.turn(), ...others, picture: drawn });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { number, line } = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
    if (this.#waiting?.number === number) this.#hear(String(line));
    response.writeHead(204).end();
  }
}
