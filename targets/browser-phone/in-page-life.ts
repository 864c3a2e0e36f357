import type { Kept } from './in-page.ts';
import type { Watch } from './in-page-watch.ts';

// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

declare const watch: Watch;
declare function everything(root: Element | null): Element[];
declare function isVisible(element: Element): boolean;
declare function linesOf(scope: Element): string[];

/** Where the camera's picture is: a film that runs, or, where that is hidden, a picture that may be painted from it. */
function film(): Element | undefined {
  const live = watch.tracks.filter(({ readyState, enabled }) => readyState === 'live' && enabled);
  if (live.length === 0) return undefined;
  const isLarge = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return isVisible(element) && width >= 50 && height >= 50;
  };
  const large = everything(document.body).filter((one) => one.matches('video, canvas') && isLarge(one));
  const shows = (one: Element) => {
    const { srcObject } = one as HTMLVideoElement;
    return srcObject instanceof MediaStream && srcObject.getVideoTracks().some((track) => track.readyState === 'live');
  };
  return large.find(shows) ?? large.find((one) => one.matches('canvas'));
}

/** What would be another if the app had noticed something; numbers count up and down by themselves. */
function signature(): string {
  const shown = document.body ? linesOf(document.body).join('\n').replace(/\d+/g, '#') : '';
  return `${location.href}\n${film() !== undefined}\n${shown}`;
}

function digits(): string {
  return linesOf(document.body).join('').replace(/\D/g, '');
}

function kept(): Kept {
  return { local: Object.entries(localStorage), session: Object.entries(sessionStorage) };
}

function keep({ local, session }: Kept): void {
  for (const [name, value] of local) localStorage.setItem(name, value);
  for (const [name, value] of session) sessionStorage.setItem(name, value);
}

/**
 * Waits until what the page itself waits for has come: the camera, a key being computed, a pop-up sliding in. One often
 * sets off another. @returns whether there was anything
 */
async function calm(patienceMs: number): Promise<boolean> {
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const awaited = awaitedHere(patienceMs);
  if (awaited.length === 0) return false;
  await Promise.race([Promise.allSettled(awaited), patience]);
  return true;
}

function awaitedHere(patienceMs: number): Promise<unknown>[] {
  const moving = document.getAnimations().filter(({ effect, playState }) => {
    const end = effect?.getComputedTiming().endTime;
    return playState === 'running' && typeof end === 'number' && end <= patienceMs;
  });
  const films = everything(document.body).filter((one): one is HTMLVideoElement => one.matches('video'));
  const starting = films.filter((one) => one.srcObject && !one.paused && one.readyState < 2);
  return [
    ...watch.waiting,
    ...moving.map(({ finished }) => finished),
    ...starting.map((one) => new Promise((resolve) => one.addEventListener('loadeddata', resolve, { once: true }))),
  ];
}

export const LIFE: readonly ((...given: never[]) => unknown)[] = [
  film,
  signature,
  digits,
  kept,
  keep,
  calm,
  awaitedHere,
];
