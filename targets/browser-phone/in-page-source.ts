import { BRACKETS } from './in-page-brackets.ts';
import { LIFE } from './in-page-life.ts';
import { LOOKS } from './in-page-looks.ts';
import { WATCHING } from './in-page-watch.ts';

/** The name of what tells us of the camera, in the page. */
export const BINDING = 'paircheckTells';

const OFFERED =
  'look, isReachable, tappableTexts, elementOfText, signature, digits, film, calm, shiftClock, keep, kept';

/** Runs in every document before its own scripts do; offers itself as `paircheck`, an `InPage`. */
export const IN_PAGE_SOURCE = `(() => {
  if (window.paircheck) return;
  const watch = { tracks: [], waiting: new Set(), realDate: Date, offsetMs: 0, latestEpochMs: Infinity };
  ${[...LOOKS, ...LIFE, ...BRACKETS, ...WATCHING].map(String).join('\n')}
  watchCamera();
  watchPromises();
  Object.defineProperty(window, 'paircheck', { value: { ${OFFERED} } });
})();`;
