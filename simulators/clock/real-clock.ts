import { Unprovided } from '../errors.ts';
import type { Clock } from './clock.ts';

/** What an act may have taken since somebody said "now", in milliseconds. */
const JUST_NOW_MS = 60_000;

/** The machine's own time, for implementations whose clock nobody can move: it is waited for, a little. */
export class RealClock implements Clock {
  readonly canBeMoved = false;
  readonly #patienceSeconds: number;

  /** @param patienceSeconds the longest single wait */
  constructor(patienceSeconds: number) {
    this.#patienceSeconds = patienceSeconds;
  }

  now(): number {
    return Date.now();
  }

  /** @throws {Unprovided} when that instant is over, or too far ahead */
  async set(atEpochMs: number): Promise<void> {
    const waitMs = atEpochMs - Date.now();
    if (waitMs < -JUST_NOW_MS) throw new Unprovided(CAPABILITY, `this goes back in time; ${HOW}`);
    if (waitMs > this.#patienceSeconds * 1000) {
      throw new Unprovided(
        CAPABILITY,
        `this takes ${Math.ceil(waitMs / 1000)} seconds; ${HOW}, or wait with --patience`,
      );
    }
    while (Date.now() < atEpochMs) await wait(atEpochMs - Date.now());
  }

  advance(seconds: number): Promise<void> {
    return this.set(Date.now() + seconds * 1000);
  }
}

const CAPABILITY = 'clock control';
const HOW = 'give test controls with --control-url, or start the target under faketime in its target file';

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
