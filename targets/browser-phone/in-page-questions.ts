import type { InPage } from './in-page.ts';

declare const paircheck: InPage;

// Sent into the page as text: each must stand alone.

/** Whether every camera whose picture is to be shown has sent one. */
export function hasFilm(): boolean {
  return [...document.querySelectorAll('video')].every(({ srcObject, readyState }) => !srcObject || readyState >= 2);
}

/** Whether it had to be waited until what the page does was done. */
export function calm(patienceMs: number): Promise<boolean> {
  return paircheck.calm(patienceMs);
}
