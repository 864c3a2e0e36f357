/** Where a clock stands still, or else how far it is ahead of the machine's. In milliseconds. */
export interface ClockSetting {
  stoppedAtEpochMs?: number;
  aheadMs: number;
}

/** The machine's own time until it is set; from then on it stands still. For a server that runs to be tried by hand. */
export class SystemClock {
  #setting: ClockSetting = { aheadMs: 0 };

  get setting(): ClockSetting {
    return this.#setting;
  }

  now(): number {
    return timeAt(this.#setting);
  }

  set(atEpochMs: number): void {
    this.#setting = { stoppedAtEpochMs: atEpochMs, aheadMs: 0 };
  }

  /** Goes there, and goes on from there unless it stands still. */
  turnTo(atEpochMs: number): void {
    if (this.#setting.stoppedAtEpochMs === undefined) this.#setting = { aheadMs: atEpochMs - Date.now() };
    else this.set(atEpochMs);
  }

  /** Goes on from where it stands. */
  run(): void {
    this.#setting = { aheadMs: this.now() - Date.now() };
  }
}

/** The time that such a clock shows now, in milliseconds of Unix time. */
export function timeAt({ stoppedAtEpochMs, aheadMs }: ClockSetting): number {
  return stoppedAtEpochMs ?? Date.now() + aheadMs;
}
