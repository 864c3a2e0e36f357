import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked for at a place of the server: '' is its page. @returns nothing where there is no such place */
type Answer = (place: string, request: IncomingMessage, response: ServerResponse) => Promise<void> | undefined;

/** A web server for whoever runs the suite, at an address that nobody else can guess: what it shows is secret. */
export class PrivateServer {
  readonly #path = `/${randomUUID()}/`;
  readonly #server;

  constructor(answer: Answer) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const place = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) : undefined;
      const answered = place === undefined ? undefined : answer(place, request, response);
      if (!answered) response.writeHead(404).end();
    });
  }

  /** @returns the address of its page */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#path}`;
  }

  /** @param patienceMs how long somebody may take to receive what was sent last */
  async close(patienceMs = 0): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    const limit = setTimeout(() => this.#server.closeAllConnections(), patienceMs);
    await closed;
    clearTimeout(limit);
  }
}

/** Answers whole, with what is to be kept nowhere. */
export function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  response.end(body);
}
