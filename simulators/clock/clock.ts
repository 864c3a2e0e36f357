/** Epoch milliseconds, from a clock that is moved and never waited for. */
export interface Clock {
  /** Whether time goes where it is sent, and waits there; on a real clock it goes on by itself. */
  readonly canBeMoved: boolean;
  now(): number;
  /** Stops at an instant, there and wherever the clock is followed. */
  set(atEpochMs: number): Promise<void>;
  advance(seconds: number): Promise<void>;
}

/** Somebody who lives on this clock, such as a server with a test clock; called with epoch milliseconds. */
export type ClockFollower = (atEpochMs: number) => Promise<void>;

/** A clock that stands still until it is moved, and takes its followers along. */
export class ControlledClock implements Clock {
  readonly canBeMoved = true;
  #atEpochMs: number;
  readonly #followers: ClockFollower[];
  /** Whether the followers know where it stands. */
  #isFollowed = false;

  constructor(startEpochMs: number, followers: ClockFollower[] = []) {
    this.#atEpochMs = startEpochMs;
    this.#followers = followers;
  }

  now(): number {
    return this.#atEpochMs;
  }

  async set(atEpochMs: number): Promise<void> {
    if (this.#isFollowed && atEpochMs === this.#atEpochMs) return;
    this.#atEpochMs = atEpochMs;
    this.#isFollowed = false;
    await Promise.all(this.#followers.map((follow) => follow(atEpochMs)));
    this.#isFollowed = true;
  }

  advance(seconds: number): Promise<void> {
    return this.set(this.#atEpochMs + seconds * 1000);
  }
}
