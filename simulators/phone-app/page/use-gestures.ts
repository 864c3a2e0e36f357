import { useLayoutEffect } from 'preact/hooks';
import type { Place } from '../../phone/screens.ts';
import type { Handset } from './handset.ts';

/** From here the gesture for going back leaves the app, as it leaves any. */
const FIRST_SCREENS: readonly Place[] = ['signed out', 'conversations'];
/** Marks the entry in the browser's history that going back takes away, in place of the page itself. */
const WITHIN = 'within the app';

/** What a person does with the phone beside the app's own buttons reaches its core. */
export function useGestures(handset: Handset, place: Place): void {
  useLayoutEffect(() => stayWithin(place), [place]);
  useLayoutEffect(() => {
    const goBack = () => void handset.gesture('going back').then(() => stayWithin(handset.shown.place));
    const leave = () => void handset.gesture('leaving the app for another');
    const comeBack = () => void handset.gesture('returning to the app');
    const turn = () => (document.visibilityState === 'hidden' ? leave() : comeBack());
    addEventListener('popstate', goBack);
    document.addEventListener('visibilitychange', turn);
    return () => {
      removeEventListener('popstate', goBack);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [handset]);
}

function stayWithin(place: Place): void {
  if (!FIRST_SCREENS.includes(place) && history.state !== WITHIN) history.pushState(WITHIN, '');
}
