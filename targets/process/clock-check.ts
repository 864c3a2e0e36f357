import { setTimeout as delay } from 'node:timers/promises';
import type { ClockFollower } from '../../simulators/clock/clock.ts';
import { fetchOnce } from '../../simulators/network/fetcher.ts';
import { sendRequest } from '../../simulators/network/http.ts';
import { Recorder } from '../../simulators/network/recorder.ts';

/** Where to ask: any address of the target that answers. */
interface Asked {
  url: string;
  follow: ClockFollower;
  /** Where the clock stands, and is again in the end; in epoch milliseconds. */
  atEpochMs: number;
}

export const HOUR_MS = 3_600_000;
const PACE_MS = 100;
/** Node writes the date anew each second of real time only. */
const LOOKS = 30;

/**
 * Moves the clock an hour ahead and back, and asks the target by the date that stands over its answers. A clock may be
 * wrong: only whether it moves is looked at.
 * @returns `undefined` where its answers bear no date
 * @throws {TargetGone} when nobody answers
 */
export async function dateFollows({ url, follow, atEpochMs }: Asked): Promise<boolean | undefined> {
  await follow(atEpochMs);
  const before = await dateOf(url);
  if (before === undefined) return undefined;
  await follow(atEpochMs + HOUR_MS);
  const isAhead = await isSoonPast(url, before + HOUR_MS / 2);
  await follow(atEpochMs);
  return isAhead;
}

async function isSoonPast(url: string, time: number): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    const date = await dateOf(url);
    if (date !== undefined && date > time) return true;
    await delay(PACE_MS);
  }
  return false;
}

async function dateOf(url: string): Promise<number | undefined> {
  const actor = { name: 'control', recorder: new Recorder(), fetcher: fetchOnce } as const;
  const date = Date.parse((await sendRequest(actor, url)).header('date')[0] ?? '');
  return Number.isNaN(date) ? undefined : date;
}
