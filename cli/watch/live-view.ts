import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Envelope } from '@cucumber/messages';
import { PrivateServer, send } from '../private-server.ts';
import { LiveScene, type Shown } from './live-scene.ts';

const PAGE = new URL('live-view.html', import.meta.url);
/** An onlooker who has not taken what the run came to by then does not look any more. */
const LAST_WORD_MS = 1000;

/** A page on which a run is seen while it goes on. */
export class LiveView {
  readonly #scene: LiveScene;
  readonly #onlookers = new Set<ServerResponse>();
  readonly #server = new PrivateServer((place, _request, response) => {
    if (place === '') return this.#showPage(response);
    return place === 'scene' ? this.#begin(response) : undefined;
  });

  /** @param total how many scenarios there are */
  constructor(total: number) {
    this.#scene = new LiveScene(total);
  }

  /** @returns the address of its page */
  open(): Promise<string> {
    return this.#server.open();
  }

  update(envelope: Envelope): void {
    const change = this.#scene.take(envelope);
    if (change) for (const onlooker of this.#onlookers) tell(onlooker, change);
  }

  /** @param verdict what it came to, in a line */
  async close(verdict = 'The run has broken off'): Promise<void> {
    for (const onlooker of this.#onlookers) {
      tell(onlooker, { verdict });
      onlooker.end();
    }
    await this.#server.close(LAST_WORD_MS);
  }

  async #showPage(response: ServerResponse): Promise<void> {
    send(response, 'text/html; charset=utf-8', await readFile(PAGE));
  }

  /** Whoever comes later sees at once how far it is. */
  async #begin(response: ServerResponse): Promise<void> {
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
