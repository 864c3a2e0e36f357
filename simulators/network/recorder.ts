/** One request and the status of its answer. */
interface Exchange {
  /** Who spoke: `web`, `phone` or `control`. */
  from: string;
  method: string;
  address: string;
  status: number;
}

/** What one actor's traffic looked like, kept for the evidence; addresses lose their query, bodies are never kept. */
export class Recorder {
  #exchanges: string[] = [];

  record({ from, method, address, status }: Exchange): void {
    this.#exchanges.push(`${from} ${method} ${new URL(address).pathname} ${status}`);
  }

  /** The exchanges since the last call, oldest first. */
  take(): string[] {
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }
}
