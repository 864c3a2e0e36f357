/** What one actor's traffic looked like, kept for the evidence; addresses lose their query, bodies are never kept. */
export class Recorder {
  #exchanges: string[] = [];

  /** @param from who spoke: `web`, `phone` or `control` */
  record(from: string, method: string, address: string, status: number): void {
    this.#exchanges.push(`${from} ${method} ${new URL(address).pathname} ${status}`);
  }

  /** The exchanges since the last call, oldest first. */
  take(): string[] {
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }
}
