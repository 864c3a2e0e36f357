import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { Unprovided } from '../../simulators/errors.ts';
import type { Question, Tester } from '../../targets/person-phone/tester.ts';
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
 * answer counts. The page has an address that nobody can guess, for what it shows is secret.
 */
export class Desk implements Tester {
  readonly #options: DeskOptions;
  readonly #lines: Interface;
  readonly #path = `/${randomUUID()}/`;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
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
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#path}`;
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
    this.#server.close();
    this.#server.closeAllConnections();
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

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === this.#path) return send(response, 'text/html; charset=utf-8', await readFile(PAGE));
    if (pathname === `${this.#path}question`) return send(response, 'application/json', this.#asJson());
    if (pathname === `${this.#path}answer` && request.method === 'POST') return this.#take(request, response);
    response.writeHead(404).end();
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

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  response.end(body);
}
