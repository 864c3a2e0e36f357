import { replaceDate } from '../../simulators/browser/replace-date.ts';

// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

/** What our scripts in the page hold: films that run, what is waited for, and the page's own time. */
export interface Watch {
  tracks: MediaStreamTrack[];
  waiting: Set<Promise<unknown>>;
  realDate: DateConstructor;
  offsetMs: number;
  latestEpochMs: number;
}

declare const watch: Watch;
/** Tells us what the page did with the camera. */
declare const paircheckTells: (what: string) => Promise<void>;

function waitFor<Result>(promise: Promise<Result>): Promise<Result> {
  watch.waiting.add(promise);
  const forget = () => {
    watch.waiting.delete(promise);
  };
  // Whoever asked for it is told of its failure.
  promise.finally(forget).catch(() => {});
  return promise;
}

function tell(what: string): void {
  paircheckTells(what).catch(() => {});
}

/** Sees what is asked of the camera, and what comes of it. The camera is the browser's own, asked as the page asks. */
function watchCamera(): void {
  const cameras = window.MediaDevices?.prototype;
  if (!cameras) return;
  const ask = cameras.getUserMedia;
  cameras.getUserMedia = function (this: MediaDevices, wanted?: MediaStreamConstraints) {
    const answer = waitFor(ask.call(this, wanted));
    if (!wanted?.video) return answer;
    const started = (stream: MediaStream) => {
      watch.tracks.push(...stream.getVideoTracks());
      tell('started');
    };
    answer.then(started, (error: Error) => tell(error.name));
    return answer;
  };
  const { stop } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.stop = function (this: MediaStreamTrack) {
    if (this.kind === 'video' && this.readyState === 'live' && watch.tracks.includes(this)) tell('stopped');
    stop.call(this);
  };
}

/** What takes a moment without any request: a code is computed by such. */
function watchPromises(): void {
  const places: [object | undefined, string[]][] = [
    [
      window.SubtleCrypto?.prototype,
      ['digest', 'importKey', 'sign', 'verify', 'encrypt', 'decrypt', 'deriveBits', 'deriveKey'],
    ],
    [window.MediaDevices?.prototype, ['enumerateDevices']],
    [window.Permissions?.prototype, ['query']],
  ];
  for (const [place, names] of places) for (const name of names) watchMethod(place, name);
  for (const name of ['open', 'databases']) watchMethod(window.IDBFactory?.prototype, name);
  for (const name of ['get', 'getAll', 'put', 'add', 'delete']) watchMethod(window.IDBObjectStore?.prototype, name);
}

/** What will be there once a promise is kept, or the request to a database is answered. */
function done(asked: unknown): Promise<unknown> {
  if (!(asked instanceof IDBRequest)) return Promise.resolve(asked);
  return new Promise((resolve) => {
    for (const end of ['success', 'error', 'blocked']) asked.addEventListener(end, resolve, { once: true });
  });
}

function watchMethod(place: object | undefined, name: string): void {
  const owner = (place ?? {}) as Record<string, (...given: unknown[]) => unknown>;
  const original = owner[name];
  if (!original) return;
  owner[name] = function (this: unknown, ...given: unknown[]) {
    const asked = original.apply(this, given);
    waitFor(done(asked)).catch(() => {});
    return asked;
  };
}

/**
 * From now on it is this instant for the page's own scripts, and time goes on from there, for what waits by it; but not
 * into the next half minute, where codes change: that comes when the phone's clock is moved there, and a busy machine is
 * no reason. What workers, timers and the browser itself know of time stays as it is.
 */
function shiftClock(atEpochMs: number): void {
  const Real = watch.realDate;
  const stepMs = 30_000;
  watch.offsetMs = atEpochMs - Real.now();
  watch.latestEpochMs = (Math.floor(atEpochMs / stepMs) + 1) * stepMs - 1;
  if (window.Date !== Real) return;
  replaceDate(() => Math.min(Real.now() + watch.offsetMs, watch.latestEpochMs));
}

export const WATCHING: readonly ((...given: never[]) => unknown)[] = [
  waitFor,
  tell,
  watchCamera,
  watchPromises,
  watchMethod,
  done,
  replaceDate,
  shiftClock,
];
