import type { FunctionComponent } from 'preact';
import type { Handset } from '../handset.ts';
import type { Shown } from '../shown.ts';

/** What each screen is given. */
export interface ScreenProps {
  shown: Shown;
  handset: Handset;
}

/** One screen of the app. */
export type ScreenView = FunctionComponent<ScreenProps>;
