/** Where a password was tried: strangers elsewhere do not use up the tries of the owner. */
export interface PasswordSource {
  username: string;
  address: string;
}

/** As for most: few enough to stop guessing, more than anybody mistypes. */
const MAX_FAILURES = 20;
const WINDOW_MS = 15 * 60_000;

/** Counts wrong passwords per username and address, whether the user exists or not. Times are on the server's clock. */
export class PasswordThrottle {
  readonly #failures = new Map<string, number[]>();
  readonly #maxFailures: number;

  constructor(maxFailures = MAX_FAILURES) {
    this.#maxFailures = maxFailures;
  }

  /** How long to wait before the next try, in milliseconds; 0 when none is needed. */
  waitMs(source: PasswordSource, nowMs: number): number {
    const failures = this.#recent(keyOf(source), nowMs);
    const oldest = failures.at(-this.#maxFailures);
    return oldest === undefined ? 0 : oldest + WINDOW_MS - nowMs;
  }

  fail(source: PasswordSource, nowMs: number): void {
    for (const key of this.#failures.keys()) if (this.#recent(key, nowMs).length === 0) this.#failures.delete(key);
    const key = keyOf(source);
    this.#failures.set(key, [...this.#recent(key, nowMs), nowMs]);
  }

  succeed(source: PasswordSource): void {
    this.#failures.delete(keyOf(source));
  }

  /** As when the process is started again: nobody waits. */
  forget(): void {
    this.#failures.clear();
  }

  #recent(key: string, nowMs: number): number[] {
    return (this.#failures.get(key) ?? []).filter((atMs) => nowMs < atMs + WINDOW_MS);
  }
}

function keyOf({ username, address }: PasswordSource): string {
  return JSON.stringify([username, address]);
}
