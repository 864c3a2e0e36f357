import { getEnvironmentData, isMainThread, setEnvironmentData, threadId } from 'node:worker_threads';

/** What is said to every thread of the run that listens. */
export interface Channel<Word> {
  say(word: Word): void;
}

const PLACES = 'paircheck: how many threads have taken a place';

/** Before a run: its threads will take their places from the first on. */
export function openPlaces(): void {
  setEnvironmentData(PLACES, oneNumber());
}

/** The place of this thread in its run, from 0 on: another at each call, and in each thread. */
export function takePlace(): number {
  const places = getEnvironmentData(PLACES);
  return places instanceof SharedArrayBuffer ? Atomics.add(new Int32Array(places), 0, 1) : 0;
}

const INTERRUPTION = 'paircheck: whether somebody has interrupted all this';

// Shared, and not said: a thread that has just begun to load its steps does not miss it.
if (isMainThread) setEnvironmentData(INTERRUPTION, oneNumber());
const shared = getEnvironmentData(INTERRUPTION);
const interruption = new Int32Array(shared instanceof SharedArrayBuffer ? shared : oneNumber());

/** Lets nothing further begin, in any thread of this process; what runs ends after its step. */
export function interrupt(): void {
  Atomics.store(interruption, 0, 1);
}

/** Whether nothing further is to begin. */
export function isInterrupted(): boolean {
  return Atomics.load(interruption, 0) === 1;
}

const ALONE = 'paircheck: each thread is a run of its own';

/** From now on every new thread is a run of its own: what it says concerns no other. */
export function letThreadsRunAlone(): void {
  setEnvironmentData(ALONE, true);
}

/** Whether this thread writes what it has found out itself: no other waits for it, or is to be waited for. */
export const runsAlone = isMainThread || getEnvironmentData(ALONE) === true;

/** Opens a channel between the threads of a run. It is no reason to stay: whoever has nothing else to do may go. */
export function openChannel<Word>(name: string, hear: (word: Word) => void): Channel<Word> {
  const channel = new BroadcastChannel(`paircheck ${name}${isMainThread || !runsAlone ? '' : ` ${threadId}`}`);
  // The types of the browser's channel hide what Node's has besides.
  (channel as unknown as { unref(): void }).unref();
  channel.onmessage = ({ data }: { data: Word }) => hear(data);
  return { say: (word) => channel.postMessage(word) };
}

/** Room for a number that all threads see. */
function oneNumber(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}
