import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ClockFollower } from '../../simulators/clock/clock.ts';
import { PYTHON_SITECUSTOMIZE } from './python-sleep.ts';

/** A clock for programs that are started on it: it stands still until it is moved. */
export interface FakeClock {
  /** Where the time stands, for who cannot be handed this object. */
  file: string;
  /** What a program needs to live on it, given what it would be started with. */
  env(around: Environment): Record<string, string>;
  /** Moves it; who reads the time next reads this one. */
  follow: ClockFollower;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface FakeClockOptions {
  /** Where libfaketime is. @see findFaketime */
  library: string;
  /** Where it stands at first, in epoch milliseconds. */
  startEpochMs: number;
}

/** @param folder of its own; it is made, and taken away at the end */
export async function fakeClock(folder: string, { library, startEpochMs }: FakeClockOptions): Promise<FakeClock> {
  const file = join(folder, 'now');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'sitecustomize.py'), PYTHON_SITECUSTOMIZE);
  const follow = clockFile(file);
  await follow(startEpochMs);
  return {
    file,
    env: (around) => ({
      FAKETIME_TIMESTAMP_FILE: file,
      // Seconds since 1970: a date would be read in the time zone of each program, which may change it as it runs.
      FAKETIME_FMT: '%s',
      FAKETIME_NO_CACHE: '1',
      // Timers and time-outs go on.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Told otherwise it mends waits that need no mending: threads that wait do nothing else then, as in Ruby's servers.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
      // Some tell by the times of files whether their parts are alive.
      NO_FAKE_STAT: '1',
      ...preload(library, around),
      PYTHONPATH: joined(folder, around.PYTHONPATH, delimiter),
    }),
    follow,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Moves the clock that is read from a file. */
export function clockFile(file: string): ClockFollower {
  let moves = 0;
  return async (atEpochMs) => {
    moves += 1;
    // Never there in part: without a time in it, the programs would be back in the present for a moment.
    const next = `${file}.${moves}`;
    await writeFile(next, inSeconds(atEpochMs));
    await rename(next, file);
  };
}

/** A little into the millisecond, for libfaketime reads a fraction that may come out just below it. */
function inSeconds(atEpochMs: number): string {
  const seconds = Math.floor(atEpochMs / 1000);
  const milliseconds = Math.floor(atEpochMs) - seconds * 1000;
  return milliseconds === 0 ? String(seconds) : `${seconds}.${String(milliseconds).padStart(3, '0')}0005`;
}

function preload(library: string, around: Environment): Record<string, string> {
  if (platform() !== 'darwin') return { LD_PRELOAD: joined(library, around.LD_PRELOAD, ':') };
  const libraries = joined(library, around.DYLD_INSERT_LIBRARIES, ':');
  return { DYLD_INSERT_LIBRARIES: libraries, DYLD_FORCE_FLAT_NAMESPACE: '1' };
}

function joined(first: string, others: string | undefined, separator: string): string {
  return others ? `${first}${separator}${others}` : first;
}
