import type { Answer } from './answer.ts';

/** One request and the status of its answer. */
interface Exchange {
  /** Who spoke: `web`, `phone` or `control`. */
  from: string;
  method: string;
  address: string;
  status: number;
}

/** One answer whole, for scenarios that look for what should not be in it. Never written anywhere. */
export interface Heard extends Exchange {
  headers: Headers;
  body: Uint8Array;
}

/**
 * What one actor's traffic looked like, kept for the evidence; addresses lose their query, bodies are kept for those
 * alone who listen.
 */
export class Recorder {
  #exchanges: string[] = [];
  #heard: Heard[] | undefined;

  record({ from, method, address, status }: Exchange): void {
    this.#exchanges.push(`${from} ${method} ${new URL(address).pathname} ${status}`);
  }

  /** The exchanges since the last call, oldest first. */
  take(): string[] {
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }

  /** Every answer from the first call on, oldest first; the list grows as they come. */
  listen(): readonly Heard[] {
    this.#heard ??= [];
    return this.#heard;
  }

  hear(exchange: Exchange, answer: Pick<Answer, 'headers' | 'body'>): void {
    this.#heard?.push({ ...exchange, headers: answer.headers, body: answer.body });
  }
}
