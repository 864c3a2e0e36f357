import type { ClockSetting } from '../clock/system-clock.ts';

/** What the phone's camera sees: the portal beside it, or whatever the computer's camera films. */
export type Sight = 'portal' | 'computer';

/** What the page tells the phone in its frame. */
export type ToPhone =
  | { type: 'clock'; setting: ClockSetting }
  | { type: 'sight'; sight: Sight }
  | { type: 'view'; picture: ImageBitmap };

/** What the phone tells the page: it is about to start; its camera wants to see something. */
export type ToPage = { type: 'ready' } | { type: 'look' };
