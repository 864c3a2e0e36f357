import { BRACKETS } from './in-page-brackets.ts';
import { LIFE } from './in-page-life.ts';
import { LOOKS } from './in-page-looks.ts';
import { WATCHING } from './in-page-watch.ts';

/** The name of what tells us of the camera, in the page. */
export const BINDING = 'paircheckTells';

const OFFERED =
  'look, isReachable, tappableTexts, elementOfText, signature, digits, film, calm, shiftClock, keep, kept';

/** What a page is given besides. */
export interface Besides {
  functions: readonly ((...given: never[]) => unknown)[];
  /** The names of those that are offered. */
  offered: string;
  /** What runs first of all. */
  first: string;
}

/** Runs in every document before its own scripts do; offers itself as `paircheck`, an `InPage`. */
export const IN_PAGE_SOURCE = sourceWith({ functions: [], offered: '', first: '' });

/** The same with more in it. */
export function sourceWith({ functions, offered, first }: Besides): string {
  return `(() => {
  if (window.paircheck) return;
  const watch = { tracks: [], waiting: new Set(), realDate: Date, offsetMs: 0, latestEpochMs: Infinity };
  ${[...LOOKS, ...LIFE, ...BRACKETS, ...WATCHING, ...functions].map(String).join('\n')}
  ${first}
  watchCamera();
  watchPromises();
  Object.defineProperty(window, 'paircheck', { value: { ${OFFERED}, ${offered} } });
})();`;
}
