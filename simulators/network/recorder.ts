/** One request and the status of its answer. */
export interface Exchange {
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
  /** A style sheet, a picture and the like, which a page asks for by itself, and not again when the browser has it. */
  isPart: boolean;
  /** Whether the body is there: of one that never ended, for example, nobody can say what was in it. */
  isWhole: boolean;
}

/** What is heard of an answer; a body that is left out could not be had. */
export interface Hearing {
  headers: Headers;
  body?: Uint8Array | undefined;
  /** The body, where it can be had only once the answer is over. */
  late?: Promise<Uint8Array> | undefined;
  isPart?: boolean;
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

  /** Whether anybody listens: what only a listener needs is not to be paid for by all. */
  get isListening(): boolean {
    return this.#heard !== undefined;
  }

  hear(exchange: Exchange, answer: Hearing): void {
    if (!this.#heard) return;
    const { headers, body = new Uint8Array(), isPart = false } = answer;
    const heard: Heard = { ...exchange, headers, body, isPart, isWhole: answer.body !== undefined };
    this.#heard.push(heard);
    // One that never comes leaves the answer as it is: not whole.
    answer.late?.then((all) => Object.assign(heard, { body: all, isWhole: true })).catch(() => {});
  }
}
