/** The machine's own time until it is set; from then on it stands still. For a server that runs to be tried by hand. */
export class SystemClock {
  #stoppedAtEpochMs: number | undefined;

  now(): number {
    return this.#stoppedAtEpochMs ?? Date.now();
  }

  set(atEpochMs: number): void {
    this.#stoppedAtEpochMs = atEpochMs;
  }
}
