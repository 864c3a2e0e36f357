import { setTimeout as delay } from 'node:timers/promises';
import type { ClockFollower } from '../../simulators/clock/clock.ts';

/** What came of asking a target whether it follows its clock. */
export interface ClockCheck {
  /** Left out, it cannot be told. */
  moves?: boolean;
  /** In a sentence. */
  says: string;
}

/** Where to ask: any address of the target that answers. */
interface Asked {
  url: string;
  follow: ClockFollower;
  /** Where the clock stands, and is again in the end; in epoch milliseconds. */
  atEpochMs: number;
}

const HOUR_MS = 3_600_000;
const PACE_MS = 100;
/** Node writes the date anew each second of real time only. */
const LOOKS = 30;
/** How far the date of an answer may be from the clock; it has whole seconds. */
const NEAR_MS = 1500;

/** Moves the clock an hour ahead and back, and asks the target each time by the date that stands over its answers. */
export async function checkClockMoves({ url, follow, atEpochMs }: Asked): Promise<ClockCheck> {
  const wanted = [atEpochMs, atEpochMs + HOUR_MS, atEpochMs];
  for (const time of wanted) {
    await follow(time);
    const date = await dateNear(url, time);
    if (date === undefined) return { says: `${url} answers without a date: whether its clock moves cannot be told` };
    if (Math.abs(date - time) > NEAR_MS) return { moves: false, says: tellStays(url, date, time) };
  }
  return { moves: true, says: `${url} follows its clock, an hour ahead and back` };
}

/** The date over an answer, as soon as it is the one that is waited for, or at the last look. */
async function dateNear(url: string, time: number): Promise<number | undefined> {
  let date: number | undefined;
  for (let look = 0; look < LOOKS; look += 1) {
    date = await dateOf(url);
    if (date === undefined || Math.abs(date - time) <= NEAR_MS) return date;
    await delay(PACE_MS);
  }
  return date;
}

async function dateOf(url: string): Promise<number | undefined> {
  const { headers, body } = await fetch(url, { redirect: 'manual' });
  await body?.cancel();
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date;
}

function tellStays(url: string, date: number, time: number): string {
  const [seen, set] = [date, time].map((at) => new Date(at).toISOString());
  return `the clock was set to ${set}, ${url} still says ${seen}: faketime moves no statically linked program (as Go and Rust for musl make them), nor one in a container or behind a proxy of its own; give test controls that move its clock (controlUrl:)`;
}
