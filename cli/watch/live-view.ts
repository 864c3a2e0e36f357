import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Envelope } from '@cucumber/messages';
import { LiveScene, type Shown } from './live-scene.ts';

const PAGE = new URL('live-view.html', import.meta.url);

/** A page on which a run is seen while it goes on. Its address cannot be guessed, as what it shows is for who runs it. */
export class LiveView {
  readonly #scene: LiveScene;
  readonly #path = `/${randomUUID()}/`;
  readonly #onlookers = new Set<ServerResponse>();
  readonly #server = createServer(({ url = '/' }, response) => {
    if (url === this.#path) return void sendPage(response);
    if (url === `${this.#path}scene`) return this.#begin(response);
    response.writeHead(404).end();
  });

  /** @param total how many scenarios there are */
  constructor(total: number) {
    this.#scene = new LiveScene(total);
  }

  /** @returns the address of its page */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#path}`;
  }

  update(envelope: Envelope): void {
    const change = this.#scene.take(envelope);
    if (change) for (const onlooker of this.#onlookers) tell(onlooker, change);
  }

  /** @param verdict what it came to, in a line */
  async close(verdict: string): Promise<void> {
    for (const onlooker of this.#onlookers) {
      tell(onlooker, { verdict });
      onlooker.end();
    }
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Whoever comes later sees at once how far it is. */
  #begin(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'close' });
    this.#onlookers.add(response);
    response.on('close', () => this.#onlookers.delete(response));
    tell(response, this.#scene.now());
  }
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
function tell(onlooker: ServerResponse, change: Partial<Shown>): void {
  onlooker.write(`data: ${JSON.stringify(change)}\n\n`);
}

async function sendPage(response: ServerResponse): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end(await readFile(PAGE));
}
